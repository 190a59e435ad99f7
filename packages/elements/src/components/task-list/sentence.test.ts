import type { Plan, Task } from '@fp-kit/sdk';
import { unwrap } from '@fp-kit/sdk/outline';
import { expect } from 'chai';
import { samplePlan } from '../../testing/plans.js';
import { sentenceAround } from './sentence.js';

/** The sentence around the part of `text` between ［ and ］, in a task that spans the part between { and }, or all of it. */
function around(marked: string): string {
  const text = marked.replace(/[［］{}]/g, '');
  const at = (mark: string, otherwise: number) => {
    const index = marked.indexOf(mark);
    return index < 0 ? otherwise : marked.slice(0, index).replace(/[［］{}]/g, '').length;
  };
  const plan: Plan = { ...samplePlan, source: { ...samplePlan.source, text } };
  const task: Task = { ...samplePlan.tasks[0]!, span: [at('{', 0), at('}', text.length)] };
  const span: [number, number] = [at('［', 0), at('］', 0)];
  const { before, quote, after } = sentenceAround({ span, quote: text.slice(...span) }, task, plan);
  return `${before}［${quote}］${after}`;
}

describe('sentenceAround', () => {
  const cases: [marked: string, sentence: string][] = [
    ['甲。建成［中心3个］，覆盖全省。乙。', '建成［中心3个］，覆盖全省。'],
    ['甲；建成［中心3个］；乙。', '建成［中心3个］；'],
    ['甲！［中心3个。］乙。', '［中心3个。］'],
    ['［中心3个］', '［中心3个］'],
    ['{任务一［中心3个］}任务二。', '任务一［中心3个］'],
    ['建成省\n\n级［中心3—5\n 个］，覆盖\n全省。', '建成省级［中心3—5个］，覆盖全省。'],
    ['甲。\n建成［中心3个］\n。乙', '建成［中心3个］。'],
    ['the first\nline and ［3 new\ncentres］ of\nthe province', 'the first line and ［3 new centres］ of the province'],
  ];
  for (const [marked, sentence] of cases) {
    it(JSON.stringify(marked), () => {
      expect(around(marked)).to.equal(sentence);
    });
  }

  it('takes time that grows with the quotes, not with the text around them', () => {
    const text = '甲'.repeat(2_000_000);
    const plan = { ...samplePlan, source: { ...samplePlan.source, text } };
    const task: Task = { ...samplePlan.tasks[0]!, span: [0, text.length] };
    const start = performance.now();
    for (let index = 0; index < 1000; index++) sentenceAround({ span: [1_000_000, 1_000_010], quote: '甲' }, task, plan);
    expect(performance.now() - start).to.be.below(500);
  });

  it('joins lines however long their ends are', () => {
    const start = performance.now();
    expect(unwrap(`甲${' '.repeat(200_000)}\n乙`)).to.equal('甲乙');
    expect(unwrap(`甲${' '.repeat(200_000)}乙`)).to.have.length(200_002);
    expect(performance.now() - start).to.be.below(200);
  });
});
