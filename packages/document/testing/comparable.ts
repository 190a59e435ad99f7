import type { Plan } from '@fp-kit/sdk';

/** A plan but for where it was read: without spans, and without the white space that the lines of a format put into a quote. */
export function comparable({ kind, title, issuer, documentNumber, issuedOn, period, headings, tasks, observances }: Plan): unknown {
  const plan = { kind, title, issuer, documentNumber, issuedOn, period, headings, tasks, observances };
  return JSON.parse(
    JSON.stringify(plan, (key, value: unknown) =>
      key === 'span' ? undefined : typeof value === 'string' ? value.replace(/\s+/g, '') : value,
    ),
  ) as unknown;
}
