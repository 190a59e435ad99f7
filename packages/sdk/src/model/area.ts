import * as z from 'zod/mini';

/** Work areas. The first six are the 六项重点任务; their wording changes from year to year, so the code has ids and the labels are free. */
export const areas = [
  'publicity',
  'reproductive-health',
  'early-development',
  'family-support',
  'rights',
  'migrants',
  'family-health',
  'youth-health',
  'party-building',
  'organization',
  'governance',
  'contraceptives',
  'safety',
  'other',
] as const;

/** Schema of `Area`. */
export const areaSchema = z
  .enum(areas)
  .check(
    z.describe(
      'Work area: 宣传教育 publicity, 生殖健康 reproductive-health, 优生优育 early-development, 计生家庭帮扶 family-support, ' +
        '权益维护 rights, 流动人口 migrants, 家庭健康 family-health, 青春健康 youth-health, 党建 party-building, ' +
        '组织建设 organization, 基层治理 governance, 药具 contraceptives, 安全 safety, other',
    ),
  );
/** Work area of a task, as an id; `other` where none fits. */
export type Area = z.infer<typeof areaSchema>;
