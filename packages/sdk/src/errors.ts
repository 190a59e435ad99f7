// In the registry that all realms share: a page may hold two copies of the package, or a frame may throw.
const brand: unique symbol = Symbol.for('@fp-kit/error');

/** Base of every error the kit throws. `code` is stable and meant for programs; `message` is one line meant for people. */
export class FpError extends Error {
  readonly [brand] = true;
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'FpError';
    this.code = code;
  }
}

/** Tells an `FpError` by its mark, so that two copies of the package, or two realms, agree; a system error's `code` does not make it one. */
export function isFpError(value: unknown): value is FpError {
  return typeof value === 'object' && value !== null && (value as { [brand]?: unknown })[brand] === true;
}
