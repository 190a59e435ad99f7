/** Words that introduce a place without being part of its name. */
const introduction = /^(?:其中|目前|例如|譬如|比如|如|在|截至目前|去年|今年|我省|我市|我县)?[，,：:、]?/;

/**
 * A name with the word for its kind, as short as possible: 长沙市, 湘西州, 江永县. What goes on after it with a character of the kind itself is a
 * word about regions (市州, 县级, 区域, 村民), not the name of one.
 */
const named = /^(\p{Script=Han}{1,7}?)(自治区|自治州|自治县|特别行政区|省|市|州|盟|县|区|旗|乡|镇|街道)(?![级州县区市域乡镇村民场化])/u;

/** What stands before the word for the kind without making a name: 全省, 各市, 社区, 试点县, 对进度靠后的市州. */
const noNameEnd =
  /(?:[全各每本我该此外城社地校园小山灾库老新超集上都个的等和及在对为级]|试点|示范|贫困|先进|农村|部分|有关|行政|流入|流出|相邻|常务副)$/;
/** How a clause begins that speaks of doing something (发挥省计生协作用), not of a place. */
const noNameStart =
  /^(?:[各每我本该此其与对赴由把将向为被受这要让使]|会同(?!县)|发挥|推[动进广行出]|依托|做好|抓好|联[合系]|履行|继续|积极|主动|充分|切实|筹备|开[展通]|利用|整合|升级|建[立成设]|覆盖|提[升高]|完善|加[快强]|确保|服务|组织|实[地施现]|先后|得益|代表|配合|进[园校社企]|年[底内末前]|明确|形成|指导|支持|鼓励|引导|要求|协调|争取|落实|保证|召开|举办)/;
/** 旗县区, 市县, 自治区: words for kinds alone. */
const kindsOnly = /^[省市州县区旗乡镇村街道盟自治]+$/;

/**
 * The region that a clause names at its beginning: 长沙市各级财政安排 … is about 长沙市 alone. 全省, 我省, 各市州 name none.
 *
 * @returns the name, or undefined.
 */
export function regionAtStart(clause: string): string | undefined {
  const text = clause.slice(0, 40).replace(/\s/g, '');
  // 我省株洲市、湘潭市等11个市州 speaks of the province, by naming its parts.
  if (/^(?:全(?:省|市|县|区|州(?!县))|[我本](?:省|市|县|区|州))/.test(text)) return undefined;
  const found = named.exec(text.replace(introduction, ''));
  const [, stem, kind] = found ?? [];
  if (stem === undefined || kind === undefined) return undefined;
  const name = stem + kind;
  if (noNameStart.test(name) || noNameEnd.test(stem) || kindsOnly.test(name)) return undefined;
  // Names of one character exist for counties only (泸县).
  return stem.length === 1 && kind !== '县' ? undefined : name;
}
