import { wordList } from './words.js';

const begins = wordList(
  '联系人: 经办人: 联系电话: 联系方式: 抄送: 分送: 出席: 列席: 缺席: 主题词: 扫一扫 版权说明 下载本文档 文档简介 感谢您的下载 此件公开发布 (此件公开发布) (此页无正文) 信息公开形式 (信息公开形式 附件下载 图解| 责任编辑 [打印 打印本页 [返回顶部] 设为首页 站内搜索 扫码关注 您的浏览器 技术支持: 解读链接: 猜你喜欢 热门推荐: 相关推荐: 网站标识码 发布时间: 发布日期: 时间: 来源: 作者: 字号: 字体: [字号: [字体: 文档编号: 关键词:',
);
const words = wordList(
  '范文 小编 上传时间 浏览次数 阅读次数 点击次数 点击数 下载次数 访问量 浏览: 热度: 当前位置 您现在的位置 您的位置 上一篇: 下一篇: [上一篇 上一条: 下一条: 推荐阅读: 相关阅读: 相关文章: 相关文档: 相关稿件 关联稿件 下载后可 加入收藏 收藏本页 分享到: ICP备 公网安备',
);
/** 首页 > 政务公开 > 通知公告, 文档网 » 合同 » 服务合同, how often the page was read, how many copies were printed (共印40份), and what stands on its buttons. */
const trail =
  /首页.{0,3}[>→»›/]|^[^>→»›。,:;]{2,16}(?:[>→»›][^>→»›。,:;]{2,16}){2,4}$|(?:阅读|点击)[量数]?:[0-9]|共印[0-9]{1,5}份\)?$|^(?:朗读|语音播报|打印|关闭|收藏)$/;

/** Without any of these a pattern need not be tried at every character. */
const trailSigns = wordList('首页 > → » › 阅读 点击 共印 朗读 语音播报 打印 关闭 收藏');

/** What a page or the last lines of a print carry around the document: breadcrumbs, counters, contacts, who gets a copy. */
export function isFurniture(text: string): boolean {
  return text.length < 80 && (begins.at(text, 0) !== undefined || words.isIn(text) || (trailSigns.isIn(text) && trail.test(text)));
}
