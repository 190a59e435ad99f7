import { SourceError } from '../element/source-error.js';
import { findMismatch, type Mismatch, type Shape } from './check.js';

const checked = new WeakMap<object, Map<Shape, Mismatch | undefined>>();

/** Throws a `SourceError` unless `value` fits `shape`. The verdict on an object is remembered, so that tags that share one answer check it once. */
export function assertShape(value: unknown, shape: Shape): void {
  const verdicts = typeof value === 'object' && value !== null ? (checked.get(value) ?? new Map<Shape, Mismatch | undefined>()) : undefined;
  const mismatch = verdicts?.has(shape) ? verdicts.get(shape) : findMismatch(value, shape);
  if (verdicts) checked.set(value as object, verdicts.set(shape, mismatch));
  if (mismatch) throw new SourceError('shape', mismatch.path || '(root)', `${mismatch.expected} ≠ ${mismatch.found}`);
}
