import type { DataIssue } from '@fp-kit/sdk';
import type { Answer } from './route.js';

/** What is said to who asked for something that cannot be given (RFC 9457). */
export interface Problem {
  status: number;
  /** Stable, for programs. */
  code: string;
  title: string;
  /** What to do about it. */
  detail?: string;
  /** Every field that is wrong, by its path in what was sent. */
  errors?: readonly DataIssue[];
  /** Further members. */
  with?: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, string>>;
}

/** Thrown where a request ends in a problem. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

export function answerWith({ status, code, title, detail, errors, with: more, headers }: Problem): Answer {
  const body = {
    type: `urn:fp-kit:problem:${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(errors ? { errors } : {}),
    ...more,
  };
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}
