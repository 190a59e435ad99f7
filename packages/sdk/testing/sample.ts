import type { Action, LedgerEntry, Plan, Snapshot, Target, Task } from '../src/index.js';

/** The text of a plan small enough to read at a glance. */
const text =
  '一、家庭健康\n（一）建设阵地。年内建成暖心家园3-5个。每个市州至少一个青春健康基地。满意度达到95%以上。\n（二）加强宣传。持续开展宣传。\n';

function spanOf(quote: string): [number, number] {
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`not in the sample: ${quote}`);
  return [start, start + quote.length];
}

function target(id: string, quote: string, rest: Omit<Target, 'id' | 'quote' | 'span' | 'force'>): Target {
  return { id, quote, span: spanOf(quote), force: 'must', ...rest };
}

function action(id: string, sentence: string, targets: Target[], rest: Partial<Action> = {}): Action {
  return { id, text: sentence, span: spanOf(sentence), mode: 'deliver', targets, results: [], ...rest };
}

function task(id: string, title: string, actions: Action[], rest: Partial<Task> = {}): Task {
  return {
    id,
    heading: id,
    title,
    area: 'family-health',
    span: spanOf(title),
    actions,
    assignees: [],
    siteTypes: [],
    partners: [],
    ...rest,
  };
}

/** A new plan on every call, so that a test may spoil it: two tasks, four actions, an amount, a scope and a rate. */
export function samplePlan(): Plan {
  return {
    format: 'fp-plan/1',
    id: 'sample',
    kind: 'plan',
    title: '样例要点',
    issuer: { name: '样例省计划生育协会' },
    period: { from: '2026-01-01', to: '2026-12-31' },
    headings: [
      { id: '1', level: 1, ordinal: '一', marker: '一、', title: '家庭健康', span: spanOf('一、家庭健康') },
      { id: '1.1', level: 2, ordinal: '一', marker: '（一）', title: '建设阵地', span: spanOf('（一）建设阵地'), parent: '1' },
      { id: '1.2', level: 2, ordinal: '二', marker: '（二）', title: '加强宣传', span: spanOf('（二）加强宣传'), parent: '1' },
    ],
    tasks: [
      task('1.1', '建设阵地', [
        action('1.1.1', '年内建成暖心家园3-5个。', [
          target('homes', '年内建成暖心家园3-5个', { measure: '暖心家园', comparator: 'between', min: 3, max: 5, unit: '个' }),
        ]),
        action('1.1.2', '每个市州至少一个青春健康基地。', [
          target('bases', '每个市州至少一个青春健康基地', {
            measure: '青春健康基地',
            comparator: 'atLeast',
            min: 1,
            unit: '个',
            scope: { each: 'city' },
          }),
        ]),
        action('1.1.3', '满意度达到95%以上。', [
          target('rate', '满意度达到95%以上', { measure: '满意度', comparator: 'atLeast', min: 95, unit: '%' }),
        ]),
      ]),
      task('1.2', '加强宣传', [action('1.2.1', '持续开展宣传。', [], { mode: 'ongoing' })], { due: '2026-06-30' }),
    ],
    observances: [],
    source: { name: 'sample.txt', mediaType: 'text/plain', sha256: '0'.repeat(64), text },
  };
}

export function sampleSnapshot(): Snapshot {
  return { format: 'fp-snapshot/1', plan: samplePlan(), generatedAt: '2026-07-01T08:00:00+08:00', links: {} };
}

/** The id of the n-th entry: a valid UUIDv7. */
export function entryId(n: number): string {
  return `01985a00-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** A ledger entry about the sample plan; what the test does not name is filled in. */
export function sampleEntry(n: number, rest: Partial<LedgerEntry>): LedgerEntry {
  return {
    id: entryId(n),
    planId: 'sample',
    taskId: '1.1',
    evidence: [],
    reporter: '样例省计划生育协会',
    asOf: '2026-06-01',
    recordedAt: '2026-06-02T09:00:00+08:00',
    ...rest,
  };
}
