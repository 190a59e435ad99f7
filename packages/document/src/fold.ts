import { CharacterSet } from './characters.js';
import { nodeModule } from './node.js';

interface NodeBuffer {
  allocUnsafeSlow: (size: number) => Uint8Array & { write: (text: string, encoding: 'utf16le') => number };
  from: (
    units: ArrayBufferLike,
    start: number,
    length: number,
  ) => { toString: (encoding: 'utf16le', start: number, end: number) => string };
}

const nodeBuffer = (nodeModule('node:buffer') as { Buffer: NodeBuffer } | undefined)?.Buffer;
/**
 * Characters that mean the same to the parser are made the same, one UTF-16 unit for one, so that every offset stays valid:
 * full-width forms to ASCII, dashes to one dash, and the traditional characters that cues, units and names are written with.
 */
const traditional =
  '達达個个為为於于戶户場场種种類类歲岁萬万億亿兩两項项條条處处間间內内過过舉举辦办開开團团會会員员協协計计劃划創创設设點点範范園园館馆標标準准實实現现業业務务動动態态導导優优親亲顧顾護护權权資资' +
  '訓训練练隊队組组織织們们與与農农鄉乡鎮镇區区縣县國国際际節节紀纪劑剂藥药發发機机構构時时對对應应當当從从無无將将試试擬拟訂订調调報报評评選选書书號号結结盡尽爭争勵励確确證证責责單单總总體体綜综' +
  '規规勞劳築筑運运營营傳传誠诚關关懷怀愛爱養养醫医療疗衛卫幫帮補补貼贴網网絡络環环衆众眾众習习學学領领黨党風风幹干級级層层數数據据統统稱称約约餘余幾几歷历屆届閉闭後后執执續续繼继進进階阶積积極极' +
  '廣广強强壯壮擴扩蓋盖滿满參参訪访問问殘残獨独齡龄婦妇嬰婴兒儿產产輛辆塊块頁页冊册噸吨畝亩隻只臺台顆颗樓楼鋪铺張张紙纸課课師师講讲題题較较減减認认識识編编構构產产務务總总職职壓压買买賣卖術术圍围錄录須须預预雙双這这讀读穩稳縮缩籌筹聯联獎奖檔档僅仅來来屬属轄辖徵征' +
  '負负違违終终黃黄虛虚瞞瞒貧贫窮穷費费財财貨货貸贷賬账帳帐購购贈赠車车軍军遠远遲迟遷迁遺遗還还邊边郵邮鄰邻鄭郑釋释針针鐵铁錢钱鎖锁鏈链閱阅聞闻隨随險险隱隐雜杂離离難难電电靈灵靜静響响頂顶頒颁頻频額额願愿顯显飛飞飯饭飲饮馬马駐驻驗验魚鱼鮮鲜麗丽齊齐異异盤盘監监礙碍禮礼穀谷' +
  '竊窃競竞筆笔簡简籤签簽签糧粮紅红純纯細细給给絕绝經经綠绿維维緊紧線线緩缓緣缘縱纵繳缴罰罚罷罢羅罗義义聽听肅肃腦脑臉脸臨临興兴舊旧艱艰芻刍莊庄萊莱葉叶蓮莲薦荐藍蓝蘇苏虧亏蟲虫蠶蚕裝装製制複复覽览覺觉觸触訊讯託托許许訴诉診诊詢询詳详誌志誕诞誤误說说談谈請请論论諮咨謝谢譯译' +
  '議议讓让貢贡貫贯貳贰賀贺賓宾賠赔質质賴赖贊赞趨趋跡迹踐践軌轨軟软載载輔辅輕轻輯辑輸输轉转辭辞連连遊游適适邏逻鄧邓醜丑鋒锋錯错鍵键鐘钟鑒鉴鑽钻長长門门閒闲閣阁陣阵陰阴陳陈陸陆陽阳雲云霧雾韻韵順顺頭头騙骗髮发鬥斗鬧闹齒齿龍龙亞亚佈布併并係系俠侠倉仓傑杰債债傷伤傾倾僑侨價价' +
  '儀仪儘尽儲储兌兑凍冻凱凯別别刪删則则剛刚劇剧勁劲勳勋勝胜勢势匯汇卻却厭厌呂吕啟启喪丧嚴严囑嘱圓圆圖图塗涂墊垫墳坟壇坛壞坏壽寿夠够夢梦夾夹奪夺奮奋媽妈嬌娇孫孙宮宫審审寫写寬宽寵宠尋寻岡冈島岛崗岗嶺岭嶼屿巖岩幣币帶带廁厕廠厂廢废廳厅弒弑彈弹彙汇彥彦徑径復复徹彻恆恒恥耻悅悦' +
  '惡恶惱恼慘惨慣惯慮虑慶庆憂忧憑凭憲宪懸悬戀恋戲戏拋抛挾挟捨舍掃扫採采揀拣揚扬換换揮挥損损搖摇搶抢撥拨擁拥擇择擊击擋挡擺摆攜携攝摄攤摊敗败斂敛斷断晉晋曆历曉晓東东楊杨楓枫榮荣槍枪樂乐樣样樹树橋桥檢检檯台歐欧歡欢歸归殺杀殼壳毀毁畢毕氣气漢汉決决沒没況况洩泄濟济濤涛潔洁測测' +
  '渾浑湯汤溝沟溫温滅灭滾滚漁渔漲涨漸渐潛潜潤润潰溃澤泽濃浓濕湿濱滨瀏浏灣湾災灾烏乌煉炼煙烟煩烦熱热燈灯燒烧爐炉爺爷牆墙牽牵犧牺狀状獄狱獲获獻献瑪玛畫画癡痴皺皱盜盗' +
  '並并佔占備备專专堅坚奬奖吳吴劉刘幷并掛挂敎教昇升査查棟栋滙汇滯滞爲为碼码礎础箇个納纳紮扎綫线綱纲績绩繞绕繫系纍累羣群裏里裡里覈核見见視视記记註注証证詞词話话語语説说變变賽赛趙赵輪轮迴回週周釐厘銷销録录閲阅陞升鞏巩韓韩驟骤蔣蒋譚谭鄒邹賈贾馮冯盧卢';

const table = new Uint16Array(65536);
for (let c = 0; c < 65536; c++) table[c] = c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
for (let i = 0; i < traditional.length; i += 2) table[traditional.charCodeAt(i)] = traditional.charCodeAt(i + 1);
const alike: [string, string][] = [
  ['\u3000\u00a0\t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f', ' '],
  ['‐‑‒–—―−', '-'],
  ['〔［【「『﹝', '['],
  ['〕］】」』﹞', ']'],
  ['•・‧∙', '·'],
  // Small forms and look-alikes that an input method gives for the marks of an outline.
  ['﹑､丶', '、'],
  ['﹒', '.'],
  ['﹐', ','],
  ['﹕', ':'],
  ['﹔', ';'],
  ['﹙', '('],
  ['﹚', ')'],
  ['○', '〇'],
  // The formal numerals of 一式叁份 and 壹次; the others are parts of words as well (队伍, 收拾, 參加).
  ['壹', '一'],
  ['贰貳', '二'],
  ['叁', '三'],
  ['﹪', '%'],
  ['＂〝', '“'],
  ['〞', '”'],
  ['\ufeff', '\u200b'],
];
for (const [from, to] of alike) for (const c of from) table[c.charCodeAt(0)] = to.charCodeAt(0);

function unitsOf(text: string): Uint16Array {
  const { length } = text;
  // An engine copies a string faster than anybody can walk through it.
  const bytes = nodeBuffer?.allocUnsafeSlow(2 * length);
  if (bytes) {
    bytes.write(text, 'utf16le');
    return new Uint16Array(bytes.buffer, bytes.byteOffset, length);
  }
  const units = new Uint16Array(length);
  for (let i = 0; i < length; i++) units[i] = text.charCodeAt(i);
  return units;
}

/** The same text in folded characters, one unit for one. */
export function fold(text: string): Uint16Array {
  const units = unitsOf(text);
  for (let i = 0; i < units.length; i++) {
    const unit = table[units[i]!]!;
    // 二OO九年: a letter, small or capital, typed for the round zero between the digits of a Chinese year.
    const isZero = (unit | 32) === 0x6f && zeroFollows.has(units[i - 1] ?? 0) && zeroPrecedes.has(units[i + 1] ?? 0);
    units[i] = isZero ? 0x3007 : unit;
  }
  return units;
}

const zeroFollows = new CharacterSet('一二三四五六七八九〇');
const zeroPrecedes = new CharacterSet('一二三四五六七八九十〇○年OoＯｏ');

// A mark at the beginning is a character like any other here, or offsets would shift.
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Gives strings of these UTF-16 units, from place to place, one for one. */
export type Slice = (start: number, end: number) => string;

export function sliceOf(units: Uint16Array): Slice {
  // A decoder of Node takes seven times as long for a document, and twice as long for a line.
  const bytes = nodeBuffer?.from(units.buffer, units.byteOffset, units.byteLength);
  return bytes ? (start, end) => bytes.toString('utf16le', 2 * start, 2 * end) : (start, end) => utf16.decode(units.subarray(start, end));
}

/** All of them as one string. */
export function stringOf(units: Uint16Array): string {
  return sliceOf(units)(0, units.length);
}
