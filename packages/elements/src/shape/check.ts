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
export function findMismatch(value: unknown, shape: Shape, path = ''): Mismatch | undefined {
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
      return rest.some((one) => !findMismatch(value, one, path)) ? undefined : miss(rest.map((one) => JSON.stringify(one)).join(' | '));
    case 'map':
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return miss('object');
      return first(Object.keys(value), (key) => findMismatch((value as Record<string, unknown>)[key], rest[0]!, join(path, key)));
    default: {
      if (!Array.isArray(value)) return miss('array');
      if (kind === 'tuple' && value.length !== rest.length) return miss(`array of ${rest.length}`);
      return first(value, (item, index) => findMismatch(item, rest[kind === 'tuple' ? index : 0]!, `${path}[${index}]`));
    }
  }
}

function checkObject(value: unknown, shape: { readonly [key: string]: Shape }, path: string): Mismatch | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { path, expected: 'object', found: describe(value) };
  return first(Object.keys(shape), (name) => {
    const optional = name.endsWith('?');
    const key = optional ? name.slice(0, -1) : name;
    const item = (value as Record<string, unknown>)[key];
    return optional && item === undefined ? undefined : findMismatch(item, shape[name]!, join(path, key));
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
