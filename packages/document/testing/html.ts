import { escapeXml } from './docx.js';

/** The article page of a portal, with all that stands around an article there. */
export function portalPage(article: string, { charset = 'utf-8', title = '', editor = 'c2' } = {}): string {
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta charset="${charset}"><title>${title}_苍岭省卫生健康委员会</title><meta name="ArticleTitle" content="${title}">
<style>.nav{color:red}</style><script>document.write('建设暖心家园99个。');</script></head><body>
<div class="top-bar"><span>今天是2026年3月10日。欢迎访问苍岭省卫生健康委员会网站；本站支持IPv6。</span><a href="#">长辈版</a><a href="#">无障碍</a></div>
<div id="header"><img alt="苍岭省卫生健康委员会"><form><input value="搜索"><button>搜索</button></form></div>
<ul class="mainMenu">${['首页', '机构概况', '政务公开', '一、新闻动态', '在线服务'].map((name) => `<li><a href="#">${name}</a></li>`).join('')}</ul>
<div class="crumbs">当前位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; 正文</div>
<div class="wrap"><table class="xxgk-head"><tr><td>索 引 号</td><td>000014349/2026-00031</td><td>主题分类</td><td>卫生、体育</td></tr>
<tr><td>发布机构</td><td>苍岭省计划生育协会</td><td>成文日期</td><td>2026年3月6日</td></tr>
<tr><td>发文字号</td><td>苍计生协〔2026〕3号</td><td>有效性</td><td>有效</td></tr></table>
<div class="detail"><h1>${title}</h1><div class="info">发布时间：2026-03-10 09:30　来源：苍岭省计划生育协会　<span>字号：[<a>大</a> <a>中</a> <a>小</a>]</span></div>
<div class="${editor}">${article}</div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div></div>
<div class="box"><h3>相关新闻</h3><ul>${Array.from({ length: 6 }, (_, i) => `<li><a href="#">（${i + 1}）某市计生协建设暖心家园${i + 2}个</a><span>2026-03-0${i + 1}</span></li>`).join('')}</ul></div></div>
<div class="links"><a href="#">中国政府网</a><a href="#">国家卫生健康委</a></div>
<div class="foot"><p>主办单位：苍岭省卫生健康委员会　承办单位：苍岭省卫生健康信息中心。</p><p>苍ICP备12345678号　网站标识码4300000000　版权所有。</p></div>
</body></html>`;
}

/** A text as the article of a portal's page. */
export const portalPageOf = (text: string, more?: { charset?: string; title?: string; editor?: string }) =>
  portalPage(
    text
      .split('\n')
      .map((line) => `<p style="text-indent:2em">&emsp;&emsp;<span>${escapeXml(line)}</span></p>`)
      .join('\n'),
    more,
  );
