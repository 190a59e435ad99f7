/** The input is wrong: exit code 1. Each line names the file. */
export class InputFault extends Error {
  override readonly name = 'InputFault';
  readonly lines: readonly string[];

  constructor(lines: string | readonly string[], options?: { cause?: unknown }) {
    const all = typeof lines === 'string' ? [lines] : lines;
    super(all.join('; '), options);
    this.lines = all;
  }
}

/** The command is wrong: exit code 2. The usage line of the command follows the message. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
  readonly usage: string;

  constructor(message: string, usage: string) {
    super(message);
    this.usage = usage;
  }
}

/** The code of an error of the system, such as ENOENT. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** A text as part of one line of a terminal: what would end the line, move the cursor or turn the direction is made visible. */
export function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_C}\u2028\u2029]/gu, '\uFFFD');
}
