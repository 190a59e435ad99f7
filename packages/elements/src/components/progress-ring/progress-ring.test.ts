import { expect } from 'chai';
import './progress-ring.define.js';
import { testAccessibility } from '../../testing/accessibility.js';
import { heard, inside, mount, seen, showsFallback, until } from '../../testing/page.js';
import { buildSnapshot, samplePlan, sampleSnapshot } from '../../testing/plans.js';
import { watchPage } from '../../testing/watch-page.js';
import { progressRingExamples } from './progress-ring.examples.js';
import type { FpProgressRing } from './progress-ring.js';

const show = (attributes: string, properties: Partial<FpProgressRing> = {}) => {
  const ring = document
    .createRange()
    .createContextualFragment(`<fp-progress-ring ${attributes}><p>原文</p></fp-progress-ring>`).firstElementChild;
  return mount(Object.assign(ring as FpProgressRing, properties));
};

const gaugeOf = (ring: FpProgressRing) => inside(ring, '.gauge')[0]!;
const drawingOf = (ring: FpProgressRing) => inside(ring, '[role=progressbar]')[0]!;
const saidOf = (ring: FpProgressRing) => drawingOf(ring).getAttribute('aria-valuetext');
/** Percent of the circle that a drawing covers with a colour, by what it draws with. */
const covered = (ring: FpProgressRing, layer: '--_arcs' | '--_narrow', colour: string) => {
  const { style, classList } = drawingOf(ring);
  const plain = classList.contains('nought') ? 'var(--_quiet) 0 0.8%' : `var(--_accent) 0 ${style.getPropertyValue('--fp-ring-reached')}`;
  let reached = 0;
  let sum = 0;
  for (const stop of (style.getPropertyValue(layer) || (layer === '--_arcs' ? plain : '')).split(/,(?![^(]*\))/)) {
    const [name, , to] = stop.trim().split(' ');
    const end = to === undefined ? 100 : parseFloat(to);
    if (name === `var(--_${colour})`) sum += end - reached;
    reached = end;
  }
  return Math.round(sum);
};

describe('fp-progress-ring', () => {
  const page = watchPage();

  testAccessibility(progressRingExamples);

  describe('a value of a maximum', () => {
    it('shows and says both, with its label as text outside of the drawing', async () => {
      const ring = await show('value="9" max="14" label="市州已达标"');
      expect(seen(ring)).to.equal('9 / 14 市州已达标');
      expect(heard(drawingOf(ring))).to.equal('市州已达标');
      expect(saidOf(ring)).to.equal('9，共 14');
      const { ariaValueNow, ariaValueMin, ariaValueMax } = drawingOf(ring);
      expect([ariaValueMin, ariaValueNow, ariaValueMax]).to.deep.equal(['0', '9', '14']);
      expect(covered(ring, '--_arcs', 'accent')).to.equal(64);
      ring.lang = 'en';
      await until(() => saidOf(ring) === '9 of 14');
    });

    it('is a percentage unless there is a maximum', async () => {
      const ring = await show('value="25"');
      expect(seen(ring)).to.equal('25%');
      expect(saidOf(ring)).to.equal('25%');
      expect(heard(drawingOf(ring))).to.equal('进展');
    });

    it('follows its attributes, set before or after it is attached', async () => {
      const ring = await show('value="1" max="4"');
      ring.setAttribute('value', '3');
      await until(() => seen(ring) === '3 / 4');
      ring.max = 6;
      await until(() => seen(ring) === '3 / 6');
      ring.label = '项';
      await until(() => seen(ring) === '3 / 6 项');
      const whole = await show('value="3" max="6" label="项"');
      expect(whole.shadowRoot!.innerHTML).to.equal(ring.shadowRoot!.innerHTML);
    });

    it('lets nought be seen, and never draws more than the whole', async () => {
      const nought = await show('value="0" max="5"');
      expect(seen(nought)).to.equal('0 / 5');
      expect(covered(nought, '--_arcs', 'quiet')).to.equal(1);
      const beyond = await show('value="7" max="5"');
      expect(covered(beyond, '--_arcs', 'accent')).to.equal(100);
      expect(seen(beyond)).to.equal('7 / 5');
      expect(drawingOf(beyond).ariaValueNow).to.equal('5');
    });

    it('moves to a new value where motion is welcome, and only there', async () => {
      const ring = await show('value="10"');
      const reached = () => parseFloat(getComputedStyle(drawingOf(ring)).getPropertyValue('--fp-ring-reached'));
      expect(reached()).to.equal(10);
      ring.value = 90;
      await ring.updateComplete;
      const isWelcome = matchMedia('(prefers-reduced-motion: no-preference)').matches && 'registerProperty' in CSS;
      expect(reached() < 90).to.equal(isWelcome);
      await until(() => reached() === 90);
    });

    it('moves a few at once; where all of a page change, each stands where it belongs', async () => {
      const many = await Promise.all(Array.from({ length: 40 }, () => show('value="10"')));
      for (const ring of many) ring.value = 90;
      await many[0]!.updateComplete;
      expect(many.flatMap((ring) => drawingOf(ring).getAnimations())).to.have.length(0);
    });

    it('draws the range to be reached, and says it', async () => {
      const ring = await show('value="4" max="8" least="3" most="5" label="暖心家园"');
      expect(covered(ring, '--_narrow', 'ink')).to.equal(25);
      expect(saidOf(ring)).to.equal('4，共 8，目标 3–5');
      ring.removeAttribute('least');
      ring.removeAttribute('most');
      await until(() => saidOf(ring) === '4，共 8');
      expect(covered(ring, '--_narrow', 'ink')).to.equal(0);
    });

    it('has no value while nobody knows how far it is', async () => {
      const ring = await show('indeterminate label="正在汇总"');
      expect(drawingOf(ring).hasAttribute('aria-valuenow')).to.equal(false);
      expect(seen(ring)).to.equal('正在汇总');
      ring.indeterminate = false;
      ring.value = 50;
      await until(() => drawingOf(ring).ariaValueNow === '50');
    });

    it('gives its centre to the page, and says the figures all the same', async () => {
      const ring = await show('value="1" max="2"');
      const own = Object.assign(document.createElement('b'), { slot: 'center', textContent: '过半' });
      ring.append(own);
      const [box, drawing] = [own, drawingOf(ring)].map((one) => one.getBoundingClientRect());
      expect((box!.left + box!.right) / 2).to.be.closeTo((drawing!.left + drawing!.right) / 2, 1);
      expect(inside(ring, '.figures')[0]!.getClientRects()).to.have.length(0);
      expect(saidOf(ring)).to.equal('1，共 2');
    });

    for (const [attributes, name] of [
      ['value="many" max="5"', 'value'],
      ['value="-1" max="5"', 'value'],
      ['value="1" max="0"', 'max'],
      ['value="1" max="x"', 'max'],
      ['value="1" max="5" least="x"', 'least'],
      ['value="1" max="5" least="4" most="2"', 'most'],
    ] as const) {
      it(`keeps the light DOM and warns once for ${attributes}`, async () => {
        const ring = await show(attributes);
        expect(ring.dataset['state']).to.equal('error');
        expect(showsFallback(ring)).to.equal(true);
        expect(inside(ring, 'button')).to.have.length(0);
        expect(page.log.warnings).to.have.length(1);
        expect(page.log.warnings[0])
          .to.match(/^<fp-progress-ring>: /)
          .and.contain(` ${name} `);
        for (const [key, value] of Object.entries({ value: '2', max: '5', least: '3', most: '4' })) ring.setAttribute(key, value);
        await until(() => ring.dataset['state'] === 'ready');
        expect(showsFallback(ring)).to.equal(false);
      });
    }
  });

  it('mixes its colours once, not at each new value', async () => {
    const ring = await show('value="9" max="14"');
    ring.style.setProperty('--fp-accent', '#8c1d18');
    const style = getComputedStyle(drawingOf(ring));
    for (const name of ['--fp-ring-arc', '--fp-ring-track']) {
      // A colour, where the engine knows types of properties; never a mixture still to be made.
      if ('registerProperty' in CSS)
        expect(style.getPropertyValue(name), name)
          .to.match(/^(?:rgb|color|oklch)\([\d\s.,%a-z/-]+\)$/)
          .and.not.contain('from');
    }
  });

  describe('any size', () => {
    const boxes = async (size: string) => {
      const ring = await show('value="9" max="14" label="市州已达标"');
      ring.style.setProperty('--fp-ring-size', size);
      const [drawing, figures, caption] = ['.ring', '.figures', '.caption'].map((one) => inside(ring, one)[0]!.getBoundingClientRect());
      return { drawing: drawing!, figures: figures!, caption: caption! };
    };

    for (const size of ['6.5em', '10em', '30em']) {
      it(`has its figures in the ring and the label below at ${size}`, async () => {
        const { drawing, figures, caption } = await boxes(size);
        expect(drawing.width).to.be.closeTo(parseFloat(size) * 16, 1);
        expect(drawing.height).to.equal(drawing.width);
        expect((figures.left + figures.right) / 2).to.be.closeTo((drawing.left + drawing.right) / 2, 1);
        expect((figures.top + figures.bottom) / 2).to.be.closeTo((drawing.top + drawing.bottom) / 2, 1);
        expect(caption.top).to.be.at.least(drawing.bottom - 1);
      });
    }

    it('keeps within the box it stands in', async () => {
      const box = document.createElement('div');
      box.style.width = '300px';
      document.body.append(box);
      const ring = await show('value="9" max="14" label="市州已达标"');
      box.append(ring);
      ring.style.setProperty('--fp-ring-size', '60em');
      const [drawing, figures] = ['.ring', '.figures'].map((one) => inside(ring, one)[0]!.getBoundingClientRect());
      expect(drawing!.width).to.be.closeTo(300, 1);
      expect(drawing!.height).to.be.closeTo(300, 1);
      expect((figures!.left + figures!.right) / 2).to.be.closeTo((drawing!.left + drawing!.right) / 2, 1);
      box.remove();
    });

    for (const size of ['1em', '3em', '5.5em']) {
      it(`has figures and label beside the ring at ${size}`, async () => {
        const { drawing, figures, caption } = await boxes(size);
        expect(drawing.width).to.be.closeTo(parseFloat(size) * 16, 1);
        expect(figures.left).to.be.at.least(drawing.right);
        expect(caption.left).to.be.at.least(figures.right);
        expect(caption.top).to.be.below(Math.max(drawing.bottom, figures.bottom));
      });
    }
  });

  it('has its figures in its middle, or beside it, from right to left too', async () => {
    const page = document.createElement('div');
    page.dir = 'rtl';
    document.body.append(page);
    const middle = (one: Element) => {
      const { left, width, top, height } = one.getBoundingClientRect();
      return [left + width / 2, top + height / 2] as const;
    };
    for (const ring of [await show('value="9" max="14" label="x"'), await show('', { plan: sampleSnapshot })]) {
      page.append(ring);
      const [[x, y], [atX, atY]] = [middle(drawingOf(ring)), middle(inside(ring, 'span.figures')[0]!)];
      expect(Math.hypot(x - atX, y - atY), 'pixels between').to.be.below(8);
    }
    const small = await show('value="9" max="14" label="x" style="--fp-ring-size: 2em"');
    page.append(small);
    expect(inside(small, 'b')[0]!.getBoundingClientRect().right).to.be.below(drawingOf(small).getBoundingClientRect().left);
    page.remove();
  });

  describe('a plan', () => {
    const legendOf = (ring: FpProgressRing) => inside(ring, 'li').map(seen);

    it('shows actions by state, in words and counts, and how many reported', async () => {
      const ring = await show('', { plan: sampleSnapshot });
      expect(seen(gaugeOf(ring))).to.equal('3 / 11');
      expect(legendOf(ring)).to.deep.equal(['已完成 3', '已逾期 1', '进行中 4', '已中止 1', '未报送 2']);
      expect(seen(ring)).to.contain('3 项举措已完成');
      expect(seen(inside(ring, '.reported')[0]!)).to.equal('11 项举措中 9 项已报送 截至2026年10月20日');
      expect(heard(drawingOf(ring))).to.equal('示例省计划生育协会2026年工作要点');
      expect(saidOf(ring)).to.equal('11 项举措中 3 项已完成');
    });

    it('draws each state in a form of its own, as long as its share', async () => {
      const ring = await show('', { plan: sampleSnapshot });
      expect(covered(ring, '--_arcs', 'accent')).to.be.within(25, 28);
      expect(covered(ring, '--_narrow', 'accent')).to.be.within(34, 37);
      // Stripes: about half of 1 of 11.
      expect(covered(ring, '--_arcs', 'alert')).to.be.within(3, 6);
      expect(covered(ring, '--_narrow', 'edge')).to.be.within(3, 6);
      expect(covered(ring, '--_narrow', 'tint-strong')).to.be.within(16, 19);
    });

    it('ends stripes where they began: whole, and all of one length', async () => {
      for (const share of [3, 5, 7, 11]) {
        const states = samplePlan.tasks
          .flatMap(({ actions }) => actions)
          .map(({ id }, index) => [id, index < share ? 'stopped' : 'done'] as const);
        const ring = await show('', { plan: buildSnapshot(samplePlan, Object.fromEntries(states)) });
        const ends = [
          ...drawingOf(ring)
            .style.getPropertyValue('--_narrow')
            .matchAll(/(var\(--_edge\)|transparent) 0(?: ([\d.]+)%)?/g),
        ];
        const reached = ends.map(([, , to]) => Number(to ?? 100));
        const lengths = ends.flatMap(([, colour], index) =>
          colour === 'transparent' ? [] : [reached[index]! - (reached[index - 1] ?? 0)],
        );
        expect(lengths.length).to.be.above(1);
        expect(Math.max(...lengths) - Math.min(...lengths), lengths.join()).to.be.below(0.05);
        ring.remove();
      }
    });

    it('shows one task or one section alone', async () => {
      const ring = await show('task="2"', { plan: sampleSnapshot });
      // Of its six actions one is done.
      expect(saidOf(ring)).to.equal('6 项举措中 1 项已完成');
      expect(heard(drawingOf(ring))).to.equal('落实六项重点任务，推动家庭友好型社会建设');
      const { id, title, actions } = samplePlan.tasks[0]!;
      ring.task = id;
      await until(() => heard(drawingOf(ring)) === title);
      expect(drawingOf(ring).ariaValueMax).to.equal(String(actions.length));
    });

    it('says that the plan has no such task', async () => {
      const ring = await show('task="99"', { plan: sampleSnapshot });
      expect(ring.dataset['state']).to.equal('error');
      expect(page.log.warnings).to.deep.equal([page.log.warnings.find((line) => line.includes('task') && line.includes('99'))]);
    });

    it('does not call nought what nobody reported', async () => {
      const ring = await show('', { plan: samplePlan });
      expect(seen(gaugeOf(ring))).to.equal('–');
      expect(seen(ring)).to.contain('11 项举措均未报送');
      expect(legendOf(ring), 'said once').to.deep.equal([]);
      expect(saidOf(ring)!.replace(/\u00a0/g, ' ')).to.equal('11 项举措均未报送');
      expect(drawingOf(ring).hasAttribute('aria-valuenow')).to.equal(false);
    });

    it('gives way to a value', async () => {
      const ring = await show('value="1" max="2"', { plan: sampleSnapshot });
      expect(seen(ring)).to.equal('1 / 2');
      ring.removeAttribute('value');
      await until(() => seen(ring).startsWith('3 / 11'));
      ring.value = 2;
      await until(() => seen(ring) === '2 / 2');
      ring.value = undefined;
      await until(() => seen(ring).startsWith('3 / 11'));
      expect(legendOf(ring)).to.have.length(5);
    });
  });
});
