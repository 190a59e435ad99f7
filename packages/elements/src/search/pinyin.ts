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
  const syllables = new Set(alsoRead.filter(([, characters]) => characters.includes(character)).map(([syllable]) => syllable));
  if (from > 0) syllables.add(bounds[from - 1]![0]);
  return [...syllables].flatMap((syllable) => (syllable.includes('v') ? [syllable, syllable.replace('v', 'u')] : syllable));
}

const pairs = (table: string) =>
  [...table.matchAll(/([a-z]+)([^a-z]+)/g)].map(([, syllable, characters]) => [syllable!, characters!] as const);

// Each syllable in the order of the collation, with a character that stands before all of GB/T 2312 that are read so and behind those read as
// the syllable before, in the collations of old engines (ICU 65 to 72) and new ones (78) alike.
const bounds = pairs(
  'a阿ai哎an安ang肮ao凹ba八bai掰ban扳bang邦bao勹bei卑ben奔beng崩bi逼bian边biao灬bie憋bin玢bing冫bo拨bu逋ca嚓cai猜can参cang仓cao操ce艹cen岑ceng噌cha叉' +
    'chai拆chan觇chang伥chao抄che车chen抻cheng柽chi吃chong充chou抽chu出chuai揣chuan巛chuang疮chui吹chun春chuo踔ci呲cong匆cou凑cu粗cuan汆cui崔cun村' +
    'cuo搓da銼dai呆dan丹dang当dao刀de得deng灯di氐dian掂diao刁die爹ding丁diu丢dong东dou都du嘟duan端dui堆dun吨duo多e婀ei诶en恩er儿fa发fan帆fang匚fei飞fen分' +
    'feng丰fou缶fu夫ga旮gai该gan甘gang冈gao皋ge戈gei给gen根geng庚gong工gou勾gu估gua瓜guai乖guan关guang光gui归gun丨guo呙ha哈hai咳han顸hang夯hao蒿he诃' +
    'hei黑hen痕heng亨hong轰hou侯hu乎hua花huai怀huan欢huang肓hui灰hun昏huo耠ji丌jia加jian戋jiang江jiao艽jie阶jin巾jing京jiong冂jiu纠ju居juan娟jue噘' +
    'jun军ka咔kai开kan刊kang磡kao尻ke苛ken肯keng吭kong空kou抠ku刳kua夸kuai蒯kuan宽kuang匡kui亏kun坤kuo扩la垃lai来lan兰lang啷lao捞le仂lei勒leng塄li哩' +
    'lia俩lian奁liang良liao撩lie咧lin拎ling伶liu溜long龙lou娄lu噜lv驴luan娈lve掠lun抡luo罗ma妈mai埋man颟mang邙mao猫me么mei没men门meng虻mi咪mian宀miao喵' +
    'mie乜min民ming名miu谬mo摸mou哞mu毪na拿nai乃nan囡nang囔nao孬ne疒nei馁nen恁neng能ni妮nian拈niang娘niao鸟nie捏nin您ning宁niu妞nong农nou耨nu奴nv女' +
    'nuan暖nve疟nuo挪o喔ou讴pa趴pai拍pan潘pang乓pao抛pei呸pen喷peng怦pi丕pian偏piao剽pie氕pin姘ping乒po钋pou剖pu仆qi七qia掐qian千qiang呛qiao悄qie且qin亲' +
    'qing青qiong邛qiu丘qu区quan悛que券qun逡ran蚺rang禳rao娆re惹ren人reng扔ri日rong驲rou柔ru如ruan阮rui蕤run闰ruo若sa仨sai塞san三sang桑sao搔se色sen森' +
    'seng僧sha杀shai筛shan山shang伤shao捎she奢shei谁shen申sheng升shi尸shou收shu书shua刷shuai衰shuan闩shuang双shui水shun吮shuo说si厶song忪sou嗖su苏' +
    'suan狻sui虽sun孙suo唆ta他tai胎tan坍tang汤tao涛te忑teng疼ti剔tian天tiao佻tie帖ting厅tong通tou偷tu凸tuan湍tui推tun吞tuo乇wa挖wai歪wan弯wang汪wei危' +
    'wen温weng翁wo挝wu乌xi夕xia虾xian仙xiang乡xiao枭xie些xin心xing星xiong凶xiu休xu吁xuan轩xue削xun勋ya丫yan恹yang央yao幺ye掖yi一yin因ying应yo哟yong佣' +
    'you优yu纡yuan鸢yue曰yun晕za匝zai灾zan糌zang赃zao遭ze则zei贼zen怎zeng增zha扎zhai斋zhan沾zhang张zhao钊zhe蜇zhen贞zheng争zhi之zhong中zhou州zhu朱' +
    'zhua抓zhuai拽zhuan专zhuang妆zhui隹zhun肫zhuo埻zi孜zong宗zou邹zu租zuan钻zui嘴zun尊zuo昨',
);

// Characters with more than one reading, at each of them: 长 is chang and zhang, 乐 in 乐清 yue, 六 in 六安 lu.
const alsoRead = pairs(
  'ba伯bei被bi秘泌辟bing屏bo柏薄卜bu埔堡can参ce侧ceng曾chai差chang长chao朝chen称cheng乘盛chong种重chu畜ci差cuan攒dai大待dan石单弹' +
    'dei得deng澄di的地dia嗲diao调dong洞dou都du都duo度e阿恶fa发fo佛fou否gai盖ge盖合gong红gu谷贾guo涡ha虾hai还hang行巷he吓核hu和核hua划huan还' +
    'hui会huo和ji给系稽期jia夹贾jian见jiang降强jiao觉校角jie解家价jin劲jing劲景ju车柜juan圈jue角觉kuai会kuo括la落lao乐络落le乐了勒lei勒肋' +
    'liang俩liao了lou露lu六绿陆露碌lv率绿mai脉埋man埋mei没mian渑mo没模万脉mu牟模na南那nai能nei那nian粘nong弄nuo难ou区pan番pang膀' +
    'pian便扁piao朴ping屏po泊繁朴pu埔堡曝qi稽契qian犍纤qiang将强qiao壳雀qie契qing亲qiu仇quan券圈se塞色sha厦shai色shan单shao召she折歙' +
    'shen参什sheng省乘shi识什氏峙石shu数属术shuai率shui说谁shuo数说si食似su宿tai台tan弹ti提tiao调tong洞侗tuo拓wan万蔓wei遗尾蔚尉xi系栖' +
    'xia厦吓虾xian铣见xiang降巷xiao校削xie血解叶xing省行荥xiu宿xu畜xue削血xun浚yan铅咽yao约钥ye咽叶yu尉蔚谷吁yue乐约钥yun员za扎zai仔' +
    'zang藏ze择zeng曾zha查zhai择zhan粘占zhang长zhao朝着zhe着折zhen帧zhi识殖zhong重种zhou粥zhu属著zhuan传转zhuo着著zi仔zong枞zuan赚',
);
