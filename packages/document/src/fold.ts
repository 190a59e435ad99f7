/**
 * Characters that mean the same to the parser are made the same, one UTF-16 unit for one, so that every offset stays valid:
 * full-width forms to ASCII, dashes to one dash, and the traditional characters that cues, units and names are written with.
 */
const traditional =
  '達达個个為为於于戶户場场種种類类歲岁萬万億亿兩两項项條条處处間间內内過过舉举辦办開开團团會会員员協协計计劃划創创設设點点範范園园館馆標标準准實实現现業业務务動动態态導导優优親亲顧顾護护權权資资' +
  '訓训練练隊队組组織织們们與与農农鄉乡鎮镇區区縣县國国際际節节紀纪劑剂藥药發发機机構构時时對对應应當当從从無无將将試试擬拟訂订調调報报評评選选書书號号結结盡尽爭争勵励確确證证責责單单總总體体綜综' +
  '規规勞劳築筑運运營营傳传誠诚關关懷怀愛爱養养醫医療疗衛卫幫帮補补貼贴網网絡络環环衆众眾众習习學学領领黨党風风幹干級级層层數数據据統统稱称約约餘余幾几歷历屆届閉闭後后執执續续繼继進进階阶積积極极' +
  '廣广強强壯壮擴扩蓋盖滿满參参訪访問问殘残獨独齡龄婦妇嬰婴兒儿產产輛辆塊块頁页冊册噸吨畝亩隻只臺台顆颗樓楼鋪铺張张紙纸課课師师講讲題题較较減减認认識识編编構构產产務务總总職职壓压買买賣卖術术圍围錄录須须預预雙双這这讀读穩稳縮缩籌筹聯联獎奖檔档僅仅來来屬属轄辖徵征';

const table = new Uint16Array(65536);
for (let c = 0; c < 65536; c++) table[c] = c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
for (let i = 0; i < traditional.length; i += 2) table[traditional.charCodeAt(i)] = traditional.charCodeAt(i + 1);
const alike: [string, string][] = [
  ['\u3000\u00a0\t\u2002\u2003', ' '],
  ['‐‑‒–—―−', '-'],
  ['〔［【「『', '['],
  ['〕］】」』', ']'],
  ['•・‧∙', '·'],
  ['○', '〇'],
  ['﹪', '%'],
  ['＂〝', '“'],
  ['〞', '”'],
];
for (const [from, to] of alike) for (const c of from) table[c.charCodeAt(0)] = to.charCodeAt(0);

/** The same text in folded characters, one unit for one. */
export function fold(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < units.length; i++) units[i] = table[text.charCodeAt(i)]!;
  return units;
}

// A mark at the beginning is a character like any other here, or offsets would shift.
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** The string of these UTF-16 units, one for one; a lone surrogate becomes U+FFFD. */
export function stringOf(units: Uint16Array): string {
  return utf16.decode(units);
}
