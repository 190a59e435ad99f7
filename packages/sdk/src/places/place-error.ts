import { FpError } from '../errors.js';

/** A place that cannot be used. `code` is `no-crs`: a coordinate means nothing without its system. */
export class PlaceError extends FpError {
  declare readonly code: 'no-crs';

  constructor(code: 'no-crs', crs: unknown) {
    super(
      code,
      crs === undefined
        ? '坐标没有注明坐标系：补上 crs（wgs84、gcj02、bd09 或 cgcs2000）'
        : `没有 ${JSON.stringify(crs)} 这种坐标系：crs 应为 wgs84、gcj02、bd09 或 cgcs2000`,
    );
    this.name = 'PlaceError';
  }
}
