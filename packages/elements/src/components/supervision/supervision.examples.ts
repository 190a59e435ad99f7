import type { Example } from '../../testing/example.js';
import { sampleSupervision } from '../../testing/ledger.js';

const tag = 'fp-supervision';
const html = '<a href="/late.html">督办情况</a>';

export const supervisionExamples: Example[] = [
  {
    name: 'supervision',
    zh: '逾期、超限、滞后、临期、停滞',
    en: 'Overdue, over a limit, behind, due soon, stagnant',
    tag,
    properties: { supervision: sampleSupervision },
    html,
  },
  {
    name: 'one',
    zh: '只有一项，未写责任单位',
    en: 'One, without a unit',
    tag,
    properties: { supervision: { ...sampleSupervision, items: [{ ...sampleSupervision.items[0]!, units: [] }] } },
    html,
  },
  {
    name: 'nothing',
    zh: '没有需要督办的',
    en: 'Nothing to chase',
    tag,
    properties: { supervision: { ...sampleSupervision, items: [] } },
    html,
  },
  { name: 'error', zh: '取不到数据', en: 'Data can’t be had', tag, attributes: { src: 'missing/supervision.json' }, html },
];
