import * as z from 'zod/mini';

/** Levels of regions, from the widest to the narrowest. */
export const regionLevels = ['country', 'province', 'city', 'county', 'township', 'village'] as const;
/** Schema of `RegionLevel`. */
export const regionLevelSchema = z.enum(regionLevels).check(z.describe('Level of a region, from country to village'));
/** Level of a region. */
export type RegionLevel = z.infer<typeof regionLevelSchema>;

/** Six digits, or twelve below the county. */
export const regionCodePattern = /^\d{6}(\d{6})?$/;

/**
 * An administrative region code (行政区划代码): 6 digits as in GB/T 2260 down to the county, 12 digits below it.
 * Kept as an opaque string: development zones use codes that the standard does not list.
 */
export const regionCodeSchema = z
  .string()
  .check(z.regex(regionCodePattern), z.describe('Region code: 6 digits (GB/T 2260), 12 below the county'));

/** Schema of `Region`. */
export const regionSchema = z
  .object({
    code: regionCodeSchema,
    name: z.string().check(z.minLength(1)),
    level: regionLevelSchema,
  })
  .check(z.describe('An administrative region'));
/** An administrative region (行政区划). */
export type Region = z.infer<typeof regionSchema>;
