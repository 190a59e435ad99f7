import { expect, it } from 'vitest';
import { siteTypeAliases, siteTypeNames, siteTypeOf, siteTypes } from './site-types.js';

it.each([
  ['暖心家园', 'warm-home'],
  [' 省级“暖心家园” ', 'warm-home'],
  ['warm-home', 'warm-home'],
  ['青春健康教育示范基地', 'youth-health-base'],
  ['青春健康基地（国家级）', 'youth-health-base'],
  ['亲子小屋', 'parent-child-house'],
  ['药具自助发放机', 'contraceptive-dispenser'],
  ['健康小屋', '健康小屋'],
  ['青春健康学校', '青春健康学校'],
  // What merely holds the name of a type is another thing.
  ['暖心家园管理办公室', '暖心家园管理办公室'],
  ['', ''],
])('%j is %s', (name, type) => {
  expect(siteTypeOf(name)).toBe(type);
});

it('knows each type by its own name, and no name for two', () => {
  for (const type of siteTypes) expect(siteTypeOf(siteTypeNames[type])).toBe(type);
  expect(new Set(siteTypeAliases.map(([name]) => name)).size).toBe(siteTypeAliases.length);
});
