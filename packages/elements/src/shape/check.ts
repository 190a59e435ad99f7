/**
 * A compact description of a JSON value, generated from the sdk's zod schemas (see generate-shape.mjs). The elements check with it what comes
 * from the net without carrying zod, whose fast path needs `Function` and therefore fails under a strict CSP.
 *
 * An object's keys that end in `?` may be absent. Keys that are not named are let through, so that older elements read newer data.
 */
export type Shape = 'string' | 'number' | Compound | { readonly [key: string]: Shape };

/** `['number', min, max]`, `['one', ...values]`, `['or', ...shapes]`, `['list', shape]`, `['tuple', ...shapes]` or `['map', shape]`. */
interface Compound extends ReadonlyArray<Shape | string | number | boolean | null> {
  readonly 0: 'number' | 'one' | 'or' | 'list' | 'tuple' | 'map';
}

/** Where a value departs from its shape (`tasks[3].title`), what was expected there and what was found. */
export interface Mismatch {
  path: string;
  expected: string;
  found: string;
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'string') return JSON.stringify(value.length > 24 ? `${value.slice(0, 24)}…` : value);
  return typeof value === 'object' || value === undefined ? typeof value : `${value as number | boolean}`;
}

/** Returns the first mismatch of `value` against `shape`, or undefined where it fits. Linear in the size of the value. */
export const findMismatch = (value: unknown, shape: Shape): Mismatch | undefined =>
  fit(shape)(value) ? undefined : explain(value, shape, '');

type Fit = (value: unknown) => boolean;

const fits = new Map<Shape, Fit>();

/**
 * Whether a value fits, without saying where it does not: most do, and no path is written for those. Made once for each shape, because taking
 * the shape apart for each of ten thousand tasks costs more than the check.
 */
function fit(shape: Shape): Fit {
  let made = fits.get(shape);
  if (!made)
    fits.set(shape, (made = isCompound(shape) ? fitCompound(shape) : typeof shape === 'string' ? fitType(shape) : fitObject(shape)));
  return made;
}

const fitType = (type: string): Fit => (type === 'string' ? (value) => typeof value === 'string' : (value) => typeof value === 'number');

function fitCompound([kind, ...rest]: Compound): Fit {
  if (kind === 'number') {
    const [min, max] = [(rest[0] as number | null) ?? -Infinity, (rest[1] as number | null) ?? Infinity];
    return (value) => typeof value === 'number' && value >= min && value <= max;
  }
  if (kind === 'one') return (value) => rest.includes(value as string);
  const inner = (rest as Shape[]).map(fit);
  const [first] = inner as [Fit];
  switch (kind) {
    case 'or':
      return (value) => inner.some((one) => one(value));
    case 'map':
      return (value) => isRecord(value) && Object.values(value).every(first);
    case 'tuple':
      return (value) => Array.isArray(value) && value.length === inner.length && inner.every((one, index) => one(value[index]));
    case 'list':
      return (value) => Array.isArray(value) && value.every(first);
  }
}

function fitObject(shape: { readonly [key: string]: Shape }): Fit {
  const fields = Object.keys(shape).map((name) => ({ ...fieldOf(name), fits: fit(shape[name]!) }));
  return (value) => {
    if (!isRecord(value)) return false;
    for (const { key, optional, fits } of fields) {
      const item = value[key];
      if (!(optional && item === undefined) && !fits(item)) return false;
    }
    return true;
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldOf = (name: string) => (name.endsWith('?') ? { key: name.slice(0, -1), optional: true } : { key: name, optional: false });

function explain(value: unknown, shape: Shape, path: string): Mismatch | undefined {
  const miss = (expected: string): Mismatch => ({ path, expected, found: describe(value) });
  if (typeof shape === 'string') return typeof value === shape ? undefined : miss(shape);
  if (!isCompound(shape)) return checkObject(value, shape, path);

  const kind = shape[0];
  const rest = shape.slice(1) as Shape[];
  switch (kind) {
    case 'number': {
      const [min, max] = rest as unknown as [number | null, number | null];
      const fits = typeof value === 'number' && value >= (min ?? -Infinity) && value <= (max ?? Infinity);
      return fits ? undefined : miss(`number ${min ?? ''}…${max ?? ''}`);
    }
    case 'one':
      return rest.includes(value as Shape) ? undefined : miss(rest.map((one) => JSON.stringify(one)).join(' | '));
    case 'or':
      return rest.some((one) => fit(one)(value)) ? undefined : miss(rest.map((one) => JSON.stringify(one)).join(' | '));
    case 'map':
      if (!isRecord(value)) return miss('object');
      return first(Object.keys(value), (key) => explain(value[key], rest[0]!, join(path, key)));
    default: {
      if (!Array.isArray(value)) return miss('array');
      if (kind === 'tuple' && value.length !== rest.length) return miss(`array of ${rest.length}`);
      return first(value, (item, index) => explain(item, rest[kind === 'tuple' ? index : 0]!, `${path}[${index}]`));
    }
  }
}

function checkObject(value: unknown, shape: { readonly [key: string]: Shape }, path: string): Mismatch | undefined {
  if (!isRecord(value)) return { path, expected: 'object', found: describe(value) };
  return first(Object.keys(shape), (name) => {
    const { key, optional } = fieldOf(name);
    const item = value[key];
    return optional && item === undefined ? undefined : explain(item, shape[name]!, join(path, key));
  });
}

const isCompound = (shape: Shape): shape is Compound => Array.isArray(shape);

const join = (path: string, key: string) => (path ? `${path}.${key}` : key);

function first<T>(items: readonly T[], check: (item: T, index: number) => Mismatch | undefined): Mismatch | undefined {
  for (let index = 0; index < items.length; index++) {
    const mismatch = check(items[index]!, index);
    if (mismatch) return mismatch;
  }
  return undefined;
}
