/** Why data could not be had. `where` is the address, or the place in the data; `detail` is the HTTP status or what was expected there. */
export type SourceProblem = 'network' | 'timeout' | 'http' | 'absent' | 'notJson' | 'shape' | 'value';

/** Says why an element has no data, for `fp-error` and for the console. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly code: SourceProblem;
  readonly where: string;
  readonly detail: string;

  constructor(code: SourceProblem, where: string, detail = '', cause?: unknown) {
    super(`${code}: ${where}${detail && ` (${detail})`}`);
    this.code = code;
    this.where = where;
    this.detail = detail;
    this.cause = cause;
  }

  /** Whether the same question may be answered better a moment later. What was said wrong stays wrong. */
  get mayPass(): boolean {
    return !['shape', 'value', 'absent'].includes(this.code);
  }
}

/** What is wrong with a number that a page gave: the attribute as it was written, if that is where it came from. */
export function wrongValue(element: Element, name: string, given: number): SourceError {
  const written = element.getAttribute(name);
  return new SourceError('value', name, written !== null && Object.is(Number(written), given) ? written : String(given));
}
