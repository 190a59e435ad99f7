import { type Area, type KeyDate, parsePlan, type Plan, type Result, type Target } from '../src/index.js';

/** A target by its clause; the rest is filled in: at least `min`, must. */
export type MadeTarget = Partial<Target> & Pick<Target, 'measure'>;
export type MadeResult = Partial<Result> & Pick<Result, 'measure' | 'value'>;

export interface MadeTask {
  id?: string;
  title: string;
  area?: Area;
  targets?: readonly MadeTarget[];
  results?: readonly MadeResult[];
  /** Sentence of the action, where it is more than the clauses of its targets and results. */
  text?: string;
}

/** A valid plan made of as little as a test wants to say: each task has one action, each clause stands in the text. */
export function makePlan({
  issuer = '样例省计划生育协会',
  title = '样例要点',
  kind = 'plan',
  tasks,
  days = [],
}: {
  issuer?: string;
  title?: string;
  kind?: Plan['kind'];
  tasks: readonly MadeTask[];
  days?: readonly (readonly [name: string, month: number, day: number])[];
}): Plan {
  let text = '';
  const write = (words: string): [number, number] => {
    text += words;
    return [text.length - words.length, text.length];
  };
  const made = tasks.map(({ id, title: name, area = 'other', targets = [], results = [], text: sentence = '' }, index) => {
    const taskId = id ?? String(index + 1);
    const span = write(name);
    write('。');
    const start = text.length;
    write(sentence);
    const madeTargets = targets.map((target, place): Target => {
      const { measure, min, unit = '' } = target;
      const quote = target.quote ?? `${measure}${min ?? target.max ?? ''}${unit}`;
      return { id: `${taskId}-t${place + 1}`, comparator: 'atLeast', force: 'must', ...target, quote, span: write(quote) };
    });
    const shared = new Map<string, [number, number]>();
    const madeResults = results.map((result, place): Result => {
      const quote = result.quote ?? `${result.measure}${result.value}${result.unit ?? ''}`;
      const quotedAt = shared.get(quote) ?? write(quote);
      shared.set(quote, quotedAt);
      return { id: `${taskId}-r${place + 1}`, ...result, quote, span: quotedAt };
    });
    write('。');
    const action: [number, number] = [start, text.length];
    return {
      id: taskId,
      title: name,
      area,
      span,
      actions: [
        {
          id: `${taskId}.1`,
          text: text.slice(...action),
          span: action,
          mode: 'deliver' as const,
          targets: madeTargets,
          results: madeResults,
        },
      ],
      assignees: [],
      siteTypes: [],
      partners: [],
    };
  });
  const observances = days.map(([name, month, day]): KeyDate => {
    const quote = `${month}.${day}${name}`;
    return { id: `${month}-${day}`, name, rule: { month, day }, quote, span: write(quote) };
  });
  return parsePlan({
    format: 'fp-plan/1',
    id: title,
    kind,
    title,
    issuer: { name: issuer },
    headings: [],
    tasks: made,
    observances,
    source: { name: 'made.txt', mediaType: 'text/plain', sha256: '0'.repeat(64), text },
  });
}
