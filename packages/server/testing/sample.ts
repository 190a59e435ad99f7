import type { LedgerEntry, Plan, Region } from '@fp-kit/sdk';

const text = '一、家庭健康\n（一）建设阵地。年内建成暖心家园3-5个。每个市州至少一个青春健康基地。满意度达到95%以上。\n';

function spanOf(quote: string): [number, number] {
  const start = text.indexOf(quote);
  return [start, start + quote.length];
}

/** A plan of a province: one task, three actions. */
export function samplePlan(): Plan {
  const target = { force: 'must' as const };
  const action = { mode: 'deliver' as const, results: [] };
  return {
    format: 'fp-plan/1',
    id: 'sample',
    kind: 'plan',
    title: '样例要点',
    issuer: { name: '样例省计划生育协会', region: '990000', level: 'province' },
    period: { from: '2026-01-01', to: '2026-12-31' },
    headings: [{ id: '1', level: 1, ordinal: '一', marker: '一、', title: '家庭健康', span: spanOf('一、家庭健康') }],
    tasks: [
      {
        id: '1.1',
        heading: '1',
        title: '建设阵地',
        area: 'family-health',
        span: spanOf('建设阵地'),
        assignees: [],
        siteTypes: [],
        partners: [],
        actions: [
          {
            ...action,
            id: '1.1.1',
            text: '年内建成暖心家园3-5个。',
            span: spanOf('年内建成暖心家园3-5个。'),
            targets: [
              {
                ...target,
                id: 'homes',
                quote: '暖心家园3-5个',
                span: spanOf('暖心家园3-5个'),
                measure: '暖心家园',
                comparator: 'between',
                min: 3,
                max: 5,
                unit: '个',
              },
            ],
          },
          {
            ...action,
            id: '1.1.2',
            text: '每个市州至少一个青春健康基地。',
            span: spanOf('每个市州至少一个青春健康基地。'),
            targets: [
              {
                ...target,
                id: 'bases',
                quote: '每个市州至少一个青春健康基地',
                span: spanOf('每个市州至少一个青春健康基地'),
                measure: '青春健康基地',
                comparator: 'atLeast',
                min: 1,
                unit: '个',
                scope: { each: 'city' },
              },
            ],
          },
          {
            ...action,
            id: '1.1.3',
            text: '满意度达到95%以上。',
            span: spanOf('满意度达到95%以上。'),
            targets: [
              {
                ...target,
                id: 'rate',
                quote: '满意度达到95%以上',
                span: spanOf('满意度达到95%以上'),
                measure: '满意度',
                comparator: 'atLeast',
                min: 95,
                unit: '%',
              },
            ],
          },
        ],
      },
    ],
    observances: [],
    source: { name: 'sample.txt', mediaType: 'text/plain', sha256: '0'.repeat(64), text },
  };
}

/** The codes of fourteen cities. */
export const cities = Array.from({ length: 14 }, (_, index) => `99${String(index + 1).padStart(2, '0')}00`);

export const regions: Region[] = [
  { code: '990000', name: '样例省', level: 'province' },
  ...cities.map((code) => ({ code, name: `样例市${code}`, level: 'city' as const })),
];

let count = 0;

/** A new UUIDv7. */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  const rest = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  count = (count + 1) % 4096;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, '0')}-8${rest.slice(1, 4)}-${rest.slice(4)}`;
}

/** An entry about the sample plan that a server takes today. */
export function newEntry(rest: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    id: newId(),
    planId: 'sample',
    taskId: '1.1',
    actionId: '1.1.1',
    targetId: 'homes',
    region: '990100',
    value: 1,
    evidence: [],
    reporter: '样例市计划生育协会',
    asOf: '2026-06-01',
    recordedAt: '2026-06-02T09:00:00+08:00',
    ...rest,
  };
}
