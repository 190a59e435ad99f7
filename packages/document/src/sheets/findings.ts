import type { Lang } from '@fp-kit/sdk';

/** Something about one cell of a table, or a row of it. */
export interface SheetFinding<Code extends string = string, Field extends string = string> {
  /** What it is about; stable, for programs. */
  code: Code;
  /** `error`: the row, or what stands in the cell, was left out. `warning`: it was taken, and should be looked at. `info`: how it was understood. */
  severity: 'error' | 'warning' | 'info';
  /** Number of the row as the spreadsheet shows it; of the feature or the service in JSON. */
  row: number;
  /** Letters of the column as the spreadsheet shows them; the name of the property in JSON. */
  column?: string;
  /** Header of the column. */
  header?: string;
  /** What the cell gives of the data, or helps to find, as the schema names it. */
  field?: Field;
  message: string;
}

/** Where in a table something stands. */
export type Place<Field extends string = string> = Pick<SheetFinding<string, Field>, 'row' | 'column' | 'header' | 'field'>;

/** How a finding is said; `{0}` is the first detail. */
export type Wordings<Code extends string> = Readonly<Record<Code, readonly [severity: SheetFinding['severity'], zh: string, en: string]>>;

/** Gathers findings in the language of the reader. */
export class Findings<Code extends string, Field extends string = string> {
  readonly #wordings: Wordings<Code>;
  readonly #lang: Lang;
  readonly #list: SheetFinding<Code, Field>[] = [];

  constructor(wordings: Wordings<Code>, lang: Lang) {
    this.#wordings = wordings;
    this.#lang = lang;
  }

  add(code: Code, place: Place<Field>, ...details: string[]): void {
    const [severity, zh, en] = this.#wordings[code];
    // Messages end up in logs: a long number may be somebody's. One of twelve digits is a region's.
    const shown = details.map((detail) =>
      detail.replace(/\d{9,}[\dXx]*/g, (digits) => (digits.length === 12 ? digits : `${digits.slice(0, 3)}…`)).slice(0, 200),
    );
    const message = (this.#lang === 'en' ? en : zh).replace(/\{(\d)\}/g, (_, at: string) => shown[Number(at)] ?? '');
    this.#list.push({ code, severity, ...place, message });
  }

  /** By row. */
  list(): SheetFinding<Code, Field>[] {
    return [...this.#list].sort((a, b) => a.row - b.row);
  }
}
