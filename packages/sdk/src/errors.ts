/** Base of every error the kit throws. `code` is stable and meant for programs; `message` is one line meant for people. */
export class FpError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'FpError';
    this.code = code;
  }
}

/** Tells an `FpError` by its shape, so that two copies of the package, or two realms, agree. */
export function isFpError(value: unknown): value is FpError {
  return value instanceof Error && typeof (value as { code?: unknown }).code === 'string';
}
