import type { KnownSiteType, Lang } from '@fp-kit/sdk';

/** Names of the known types of sites: the list of tasks says them, and so do the cards of sites. */
export const siteTypes: Record<Lang, Record<KnownSiteType, string>> = {
  'zh-CN': {
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
  },
  en: {
    'warm-home': 'Warm Home',
    'parent-child-house': 'Sunflower Parent–Child House',
    'youth-health-base': 'Youth Health Base',
    'birth-guidance-center': 'Birth and Parenting Guidance Centre',
    'family-health-center': 'Family Health Centre',
    'childcare-center': 'Childcare Centre',
    'members-home': 'Members’ Home',
    'heart-station': 'Heart Station',
    'birth-friendly-park': 'Birth-Friendly Park',
    'new-culture-site': 'Marriage and Family Culture Site',
    'contraceptive-dispenser': 'Contraceptive Dispenser',
  },
};
