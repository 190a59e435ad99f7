import { expect } from 'chai';
import './progress-ring.define.js';
import { testAccessibility } from '../../testing/accessibility.js';
import { heard, inside, mount, seen, showsFallback, until } from '../../testing/page.js';
import { samplePlan, sampleSnapshot } from '../../testing/plans.js';
import { watchPage } from '../../testing/watch-page.js';
import { progressRingExamples } from './progress-ring.examples.js';
import type { FpProgressRing } from './progress-ring.js';

const show = (attributes: string, properties: Partial<FpProgressRing> = {}) => {
  const ring = document
    .createRange()
    .createContextualFragment(`<fp-progress-ring ${attributes}><p>原文</p></fp-progress-ring>`).firstElementChild;
  return mount(Object.assign(ring as FpProgressRing, properties));
};

const ringOf = (ring: FpProgressRing) => inside(ring, '.ring')[0]!;
/** Shares of the circle that the arcs take, to the nearest percent. */
const shares = (ring: FpProgressRing) =>
  inside<SVGCircleElement>(ring, '.arc').map((arc) => {
    const [on = 0, off = 0] = arc.getAttribute('stroke-dasharray')!.split(' ').map(Number);
    return Math.round((100 * on) / (on + off));
  });

describe('fp-progress-ring', () => {
  const page = watchPage();

  testAccessibility(progressRingExamples);

  describe('a value of a maximum', () => {
    it('shows and says both, with its label', async () => {
      const ring = await show('value="9" max="14" label="市州已达标"');
      expect(seen(ringOf(ring))).to.equal('9 / 14 市州已达标');
      expect(heard(ringOf(ring))).to.equal('市州已达标：9 / 14');
      expect(ringOf(ring).getAttribute('role')).to.equal('img');
      expect(shares(ring)[0]).to.be.within(63, 65);
    });

    it('counts to 100 unless told', async () => {
      const ring = await show('value="25"');
      expect(seen(ringOf(ring))).to.equal('25 / 100');
    });

    it('follows its attributes', async () => {
      const ring = await show('value="1" max="4"');
      ring.setAttribute('value', '3');
      await until(() => seen(ringOf(ring)) === '3 / 4');
      ring.max = 6;
      await until(() => seen(ringOf(ring)) === '3 / 6');
      ring.label = '项';
      await until(() => seen(ringOf(ring)) === '3 / 6 项');
    });

    it('lets nought be seen, and never draws more than the whole', async () => {
      const nought = await show('value="0" max="5"');
      expect(seen(ringOf(nought))).to.equal('0 / 5');
      expect(inside(nought, '.arc.nought')).to.have.length(1);
      const beyond = await show('value="7" max="5"');
      expect(shares(beyond)).to.deep.equal([100]);
      expect(seen(ringOf(beyond))).to.equal('7 / 5');
    });

    for (const [attributes, name] of [
      ['value="many" max="5"', 'value'],
      ['value="-1" max="5"', 'value'],
      ['value="1" max="0"', 'max'],
      ['value="1" max="x"', 'max'],
    ] as const) {
      it(`keeps the light DOM and warns once for ${attributes}`, async () => {
        const ring = await show(attributes);
        expect(showsFallback(ring)).to.equal(true);
        expect(page.log.warnings).to.have.length(1);
        expect(page.log.warnings[0])
          .to.match(/^<fp-progress-ring>: /)
          .and.contain(` ${name} `);
        ring.setAttribute('value', '2');
        ring.setAttribute('max', '5');
        await until(() => ring.dataset.state === 'ready');
        expect(showsFallback(ring)).to.equal(false);
      });
    }
  });

  describe('a plan', () => {
    it('shows actions by state, in words and counts, and how many reported', async () => {
      const ring = await show('', { plan: sampleSnapshot });
      expect(seen(ringOf(ring))).to.equal('3 / 11 项举措已完成');
      expect(inside(ring, 'li').map((item) => item.innerText.replace(/\s+/g, ' '))).to.deep.equal([
        '已完成 3',
        '进行中 4',
        '已逾期 1',
        '已中止 1',
        '未报送 2',
      ]);
      expect(seen(inside(ring, '.reported')[0]!)).to.equal('11 项举措中 9 项已报送 截至2026年10月20日');
      expect(heard(ringOf(ring))).to.equal('示例省计划生育协会2026年工作要点：11 项举措中 3 项已完成');
    });

    it('draws segments that make up the circle', async () => {
      const ring = await show('', { plan: sampleSnapshot });
      const sum = shares(ring).reduce((total, share) => total + share, 0);
      expect(shares(ring)).to.have.length(5);
      expect(sum).to.be.within(94, 100);
    });

    it('does not call nought what nobody reported', async () => {
      const ring = await show('', { plan: samplePlan });
      expect(seen(ringOf(ring))).to.equal('11 项举措均未报送');
      expect(heard(ringOf(ring))).to.contain('11 项举措均未报送');
    });

    it('gives way to a value', async () => {
      const ring = await show('value="1" max="2"', { plan: sampleSnapshot });
      expect(seen(ringOf(ring))).to.equal('1 / 2');
      ring.removeAttribute('value');
      await until(() => seen(ringOf(ring)).startsWith('3 / 11'));
    });
  });
});
