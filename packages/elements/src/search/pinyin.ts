/** Looks in folded text, from a place on, for characters that are read as some letters. Gives `[start, end)`. */
export type PinyinFinder = (text: string, from?: number) => [start: number, end: number] | undefined;

/**
 * Finds Chinese characters by the letters of their pinyin: `nuanxin`, `nxjy` and `nuanxjy` all find 暖心家园. Each character takes its whole
 * syllable or its initial (`zh` or `z`), the last one as much as is typed of it; other characters stand for themselves. ü is typed v or u.
 *
 * The engine's own pinyin collation (CLDR) tells the syllable; undefined where it has none. Linear in the text for at most 30 letters; what
 * is longer is cut there.
 */
export function pinyinFinder(letters: string): PinyinFinder | undefined {
  if (compare('啊', '八') > 0) return undefined;
  const typed = letters.slice(0, 30);
  const whole = 1 << typed.length;
  const first = 1 << (typed.charCodeAt(0) & 31);

  /** Which numbers of letters may have been read after this character, as bits, if `open` may have been before it. */
  const readOn = (character: string, readings: Readings, open: number): number => {
    let next = 0;
    for (let used = 0; used < typed.length; used++) {
      if (!((open >> used) & 1)) continue;
      const letter = typed[used];
      if (character === letter) next |= 1 << (used + 1);
      for (const syllable of readings.syllables) {
        if (syllable[0] !== letter) continue;
        next |= 1 << (used + 1);
        if (syllable[1] === 'h' && typed[used + 1] === 'h') next |= 1 << (used + 2);
        if (typed.startsWith(syllable, used)) next |= 1 << (used + syllable.length);
        else if (syllable.startsWith(typed.slice(used))) next |= whole;
      }
    }
    return next;
  };

  return (text, from = 0) => {
    for (let start = from; start < text.length; start++) {
      if (!(readingsOf(text.charCodeAt(start)).initials & first) && text[start] !== typed[0]) continue;
      let open = 1;
      for (let at = start; at < text.length && open; at++) {
        open = readOn(text[at]!, readingsOf(text.charCodeAt(at)), open);
        if (open & whole) return [start, at + 1];
      }
    }
    return undefined;
  };
}

interface Readings {
  syllables: readonly string[];
  /** The letters that they begin with, as bits. */
  initials: number;
}

const { compare } = new Intl.Collator('zh-u-co-pinyin');

// What was learnt of each UTF-16 unit: its place among the readings, 0 for nothing yet. All that is no Chinese shares one.
let learnt: Uint16Array | undefined;
const known: Readings[] = [];
const places = new Map<string, number>();

function readingsOf(unit: number): Readings {
  learnt ??= new Uint16Array(65_536);
  return known[(learnt[unit] ||= learn(String.fromCharCode(unit))) - 1]!;
}

function learn(character: string): number {
  const syllables = /[\u3400-\u9fff]/.test(character) ? readingsFrom(character) : [];
  const key = syllables.join();
  let place = places.get(key);
  if (place === undefined) {
    place = known.push({ syllables, initials: syllables.reduce((bits, syllable) => bits | (1 << (syllable.charCodeAt(0) & 31)), 0) });
    places.set(key, place);
  }
  return place;
}

function readingsFrom(character: string): string[] {
  let from = 0;
  let to = bounds.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare(bounds[middle]![1], character) <= 0) from = middle + 1;
    else to = middle;
  }
  const found = new Set(readings.filter(([, , others]) => others.includes(character)).map(([syllable]) => syllable));
  if (from > 0) found.add(bounds[from - 1]![0]);
  return [...found].flatMap((syllable) => (syllable.includes('v') ? [syllable, syllable.replace('v', 'u')] : syllable));
}

const finals = 'a ai an ang ao e ei en eng er i ia ian iang iao ie in ing iong iu o ong ou u ua uai uan uang ue ui un uo v ve'.split(' ');

// For each initial the finals that it takes, as bits. In the order of the collation ü comes right behind u.
const syllables = (
  '34E0V b5RNQ7 c1RI63LR ch1UA21FJ d1RILBWF f846H9 g1UK1M2N h1UK1M2N jNGO54W k1UK1M0V l7FQC2GV m8KSN3 n6XZ20HR p89K2N ' +
  'qNGO54W r1RI63LO s1RI63LR sh1UISOOV t1RIA1Q7 w5MA4V xNGO54W yNKJ8ZH z1RI63NJ zh1UK1MTB'
)
  .split(' ')
  .flatMap((row) => {
    const [, initial, bits] = /^([a-z]*)(.+)/.exec(row)!;
    return finals.filter((_, place) => (parseInt(bits!, 36) / 2 ** place) & 1).map((final) => initial! + final);
  })
  .sort((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1));

function inOrder(syllable: string): string {
  return syllable.replace('ve', 'ue').replace('v', 'u ');
}

// Of each syllable a character that stands before all of GB/T 2312 that are read so and behind those read as the syllable before, in the
// collations of old engines (ICU 65 to 72) and new ones (78) alike (- where none is read so first), and then the characters that are read so
// beside another way: 长 is chang and zhang, 乐 in 乐清 yue, 六 in 六安 lu.
const readings = (
  '阿 哎 安 肮 凹 八伯 掰 扳 邦 勹 卑被 奔 崩 逼秘泌辟 边 灬 憋 玢 冫屏 拨柏薄卜 逋埔堡 嚓 猜 参参 仓 操 艹侧 岑 噌曾 叉 拆差 觇 伥长 抄朝 车 抻称 柽乘盛 吃 充种重 抽 出畜 揣 巛 疮 吹 春 踔 呲差 ' +
  '匆 凑 粗 汆攒 崔 村 搓 銼 呆大待 丹石单弹 当 刀 得 -得 灯澄 氐的地 -嗲 掂 刁调 爹 丁 丢 东洞 都都 嘟都 端 堆 吨 多度 婀阿恶 诶 恩 儿 发发 帆 匚 飞 分 丰 -佛 缶否 夫 旮 该盖 甘 冈 皋 戈盖合 ' +
  '给 根 庚 工红 勾 估谷贾 瓜 乖 关 光 归 丨 呙涡 哈虾 咳还 顸 夯行巷 蒿 诃吓核 黑 痕 亨 轰 侯 乎和核 花划 怀 欢还 肓 灰会 昏 耠和 丌给系稽期 加夹贾 戋见 江降强 艽觉校角 阶解家价 巾劲 京劲景 冂 纠 ' +
  '居车柜 娟圈 噘角觉 军 咔 开 刊 磡 尻 苛 肯 吭 空 抠 刳 夸 蒯会 宽 匡 亏 坤 扩括 垃落 来 兰 啷 捞乐络落 仂乐了勒 勒勒肋 塄 哩 俩 奁 良俩 撩了 咧 拎 伶 溜 龙 娄露 噜六绿陆露碌 驴率绿 娈 掠 抡 罗 ' +
  '妈 埋脉埋 颟埋 邙 猫 么 没没 门 虻 咪 宀渑 喵 乜 民 名 谬 摸没模万脉 哞 毪牟模 拿南那 乃能 囡 囔 孬 疒 馁那 恁 能 妮 拈粘 娘 鸟 捏 您 宁 妞 农弄 耨 奴 女 暖 疟 挪难 喔 讴区 趴 拍 潘番 乓膀 抛 ' +
  '呸 喷 怦 丕 偏便扁 剽朴 氕 姘 乒屏 钋泊繁朴 剖 仆埔堡曝 七稽契 掐 千犍纤 呛将强 悄壳雀 且契 亲 青亲 邛 丘仇 区 悛券圈 券 逡 蚺 禳 娆 惹 人 扔 日 驲 柔 如 阮 蕤 闰 若 仨 塞 三 桑 搔 色塞色 森 僧 ' +
  '杀厦 筛色 山单 伤 捎召 奢折歙 谁 申参什 升省乘 尸识什氏峙石 收 书数属术 刷 衰率 闩 双 水说谁 吮 说数说 厶食似 忪 嗖 苏宿 狻 虽 孙 唆 他 胎台 坍弹 汤 涛 忑 疼 剔提 天 佻调 帖 厅 通洞侗 偷 凸 湍 推 ' +
  '吞 乇拓 挖 歪 弯万蔓 汪 危遗尾蔚尉 温 翁 挝 乌 夕系栖 虾厦吓虾 仙铣见 乡降巷 枭校削 些血解叶 心 星省行荥 凶 休宿 吁畜 轩 削削血 勋浚 丫 恹铅咽 央 幺约钥 掖咽叶 一 因 应 哟 佣 优 纡尉蔚谷吁 鸢 曰乐约钥 ' +
  '晕员 匝扎 灾仔 糌 赃藏 遭 则择 贼 怎 增曾 扎查 斋择 沾粘占 张长 钊朝着 蜇着折 贞帧 争 之识殖 中重种 州粥 朱属著 抓 拽 专传转 妆 隹 肫 埻着著 孜仔 宗枞 邹 租 钻赚 嘴 尊 昨'
)
  .split(' ')
  .map(([bound, ...others], place) => [syllables[place]!, bound!, others.join('')] as const);

const bounds = readings.filter(([, bound]) => bound !== '-');
