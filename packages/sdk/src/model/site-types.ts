/** Service sites (服务阵地) that the documents name, with their Chinese names. */
export const siteTypeNames = {
  'warm-home': '暖心家园',
  'parent-child-house': '向日葵亲子小屋',
  'youth-health-base': '青春健康基地',
  'birth-guidance-center': '优生优育指导中心',
  'family-health-center': '家庭健康服务中心',
  'childcare-center': '托育综合服务中心',
  'members-home': '会员之家',
  'heart-station': '心灵驿站',
  'birth-friendly-park': '生育友好主题公园',
  'new-culture-site': '新型婚育文化示范点',
  'contraceptive-dispenser': '药具自助发放机',
} as const;

/** Ids of the known types of sites. */
export const siteTypes = Object.keys(siteTypeNames) as (keyof typeof siteTypeNames)[];
/** Id of a known type of site. */
export type KnownSiteType = keyof typeof siteTypeNames;

/** A known id, or the free name that the document or spreadsheet used. */
export type SiteType = KnownSiteType | (string & {});

/** Every name by which documents and spreadsheets call a known type, its own name first. */
export const siteTypeAliases: readonly (readonly [name: string, type: KnownSiteType])[] = [
  ...siteTypes.map((type) => [siteTypeNames[type], type] as const),
  ['亲子小屋', 'parent-child-house'],
  ['青春健康教育示范基地', 'youth-health-base'],
  ['青春健康教育基地', 'youth-health-base'],
  ['青春健康示范基地', 'youth-health-base'],
  ['优生优育指导服务中心', 'birth-guidance-center'],
  ['优生优育服务指导中心', 'birth-guidance-center'],
  ['优生优育服务中心', 'birth-guidance-center'],
  ['托育服务中心', 'childcare-center'],
  ['生育友好公园', 'birth-friendly-park'],
  ['新型婚育文化示范基地', 'new-culture-site'],
  ['自助发放机', 'contraceptive-dispenser'],
];

/** Names of kinds of site that documents use and that have no id: a site of one has the name for its type. */
export const freeSiteTypes: readonly string[] = [
  '健康小屋',
  '青年友好服务网点',
  '托育服务示范项目点',
  '青春健康学校',
  '青春健康俱乐部',
  '师资培训基地',
  '人口文化长廊',
  '家庭健康加油站',
  '家庭发展促进中心',
  '药具发放服务点',
  '药具发放点',
];

const typeByName = new Map<string, KnownSiteType>([...siteTypes.map((type) => [type, type] as const), ...siteTypeAliases]);

/**
 * The type that a clerk means by a word: a known id for `省级“暖心家园”` or `青春健康教育基地（示范）`, else the word itself, trimmed, as a free type.
 * Grades, quotation marks and what stands in brackets make no other type.
 */
export function siteTypeOf(name: string): SiteType {
  const word = name.trim();
  const bare = word
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/[\s“”"'‘’「」《》]/g, '')
    .replace(/^(?:国家|省|市|州|县|区|乡|镇|街道|村|社区)级/, '');
  return typeByName.get(word) ?? typeByName.get(bare) ?? word;
}
