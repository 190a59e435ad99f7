import { type KnownSiteType, siteTypeNames } from '../model/site.js';

/**
 * By what words a known type of site is told in a noun: all of a row stand in it. Shorter than its full name, since documents put words between
 * (青春健康教育示范基地) or leave some out (亲子小屋). Whoever adds a type is made to add its words.
 */
const wordsOf: Readonly<Record<KnownSiteType, readonly string[]>> = {
  'warm-home': ['暖心家园'],
  'parent-child-house': ['亲子小屋'],
  'youth-health-base': ['青春健康', '基地'],
  'birth-guidance-center': ['优生优育', '中心'],
  'family-health-center': ['家庭健康', '服务中心'],
  'childcare-center': ['托育', '服务中心'],
  'members-home': ['会员之家'],
  'heart-station': ['心灵驿站'],
  'birth-friendly-park': ['生育友好', '公园'],
  'new-culture-site': ['新型婚育文化', '示范'],
  'contraceptive-dispenser': ['自助发放机'],
};

/** The type of site that a noun or clause names first; undefined for none that is known. */
export function siteTypeIn(text: string): KnownSiteType | undefined {
  const types = Object.keys(siteTypeNames) as KnownSiteType[];
  const found = types.filter((type) => wordsOf[type].every((word) => text.includes(word)));
  return found.sort((a, b) => text.indexOf(wordsOf[a][0]!) - text.indexOf(wordsOf[b][0]!))[0];
}

/** From the highest; a grade is told by its first character before 级. */
const grades = ['国家', '省', '市', '县', '乡', '村'];

/**
 * Whether two nouns name grades that exclude each other: 省级暖心家园 is no 市级暖心家园, but 省级以上 holds 国家级. A noun without a grade
 * excludes none.
 */
export function haveOtherGrades(a: string, b: string): boolean {
  const [first, second] = [gradeIn(a), gradeIn(b)];
  if (first === undefined || second === undefined || first.rank === second.rank) return false;
  return !(first.orHigher && second.rank < first.rank) && !(second.orHigher && first.rank < second.rank);
}

function gradeIn(text: string): { rank: number; orHigher: boolean } | undefined {
  const found = /(国家|省|市|县|乡|村)级(以上|及以上)?/.exec(text);
  return found === null ? undefined : { rank: grades.indexOf(found[1]!), orHigher: found[2] !== undefined };
}
