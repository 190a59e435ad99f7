import * as z from 'zod/mini';
import { regionCodeSchema } from './region.js';
import { siteTypes } from './site-types.js';

export * from './site-types.js';

/** A known id, or the free name that the document or spreadsheet used. */
export const siteTypeSchema = z.string().check(z.minLength(1), z.describe(`Site type: ${siteTypes.join(', ')}, or a free name`));
/** Coordinate systems. `cgcs2000` is treated as equal to `wgs84`; the difference is centimetres. */
export const crsSchema = z
  .enum(['wgs84', 'gcj02', 'bd09', 'cgcs2000'])
  .check(z.describe('Coordinate reference system; a coordinate without one is an error'));
/** Coordinate reference system. */
export type Crs = z.infer<typeof crsSchema>;

/** Schema of `Location`. */
export const locationSchema = z
  .object({
    lng: z.number().check(z.gte(-180), z.lte(180), z.describe('Longitude in degrees')),
    lat: z.number().check(z.gte(-90), z.lte(90), z.describe('Latitude in degrees')),
    crs: crsSchema,
  })
  .check(z.describe('A position in degrees, with the system it is measured in'));
/** A position in degrees, with the system it is measured in. */
export type Location = z.infer<typeof locationSchema>;

const mobile = /^(?:\+?86[- ]?)?1[3-9]\d{9}$/;

/** Schema of `Site`. */
export const siteSchema = z
  .object({
    id: z.string().check(z.minLength(1)),
    type: siteTypeSchema,
    name: z.string().check(z.minLength(1)),
    grade: z.optional(z.string().check(z.describe('Grade as awarded: 国家级, 省级, 市级 …'))),
    region: z.optional(regionCodeSchema),
    address: z.string().check(z.minLength(1)),
    location: z.optional(locationSchema),
    openingHours: z.optional(z.string().check(z.describe('OSM opening_hours syntax, or the phrase the clerk wrote'))),
    phone: z.optional(
      z.string().check(
        z.refine((value) => !mobile.test(value.trim()), { message: 'private-mobile' }),
        z.describe('Office phone; a private mobile number is refused as personal data'),
      ),
    ),
    services: z.array(z.string()),
    status: z.enum(['open', 'planned', 'suspended', 'closed']),
    inspectedOn: z.optional(z.iso.date().check(z.describe('Day of the last safety inspection (安全检查), YYYY-MM-DD'))),
  })
  .check(z.describe('A service site (服务阵地). Never a private home, never a private person'));
/** A service site (服务阵地), never a private home and never a private person. */
export type Site = z.infer<typeof siteSchema>;

/** Schema of `SiteFile`. */
export const siteFileSchema = z
  .object({ sites: z.array(siteSchema), note: z.optional(z.string()) })
  .check(z.describe('A file of service sites'));
/** A file of service sites. */
export type SiteFile = z.infer<typeof siteFileSchema>;
