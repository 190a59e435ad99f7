import { expect } from 'chai';
import './target-meter.define.js';
import { testAccessibility } from '../../testing/accessibility.js';
import { heard, inside, mount, seen, showsFallback, until } from '../../testing/page.js';
import { samplePlan, sampleSnapshot } from '../../testing/plans.js';
import { watchPage } from '../../testing/watch-page.js';
import { targetMeterExamples } from './target-meter.examples.js';
import type { FpTargetMeter } from './target-meter.js';

const show = (attributes: string, properties: Partial<FpTargetMeter> = {}) => {
  const meter = document
    .createRange()
    .createContextualFragment(`<fp-target-meter ${attributes}><p>原文</p></fp-target-meter>`).firstElementChild;
  return mount(Object.assign(meter as FpTargetMeter, properties));
};

const drawingOf = (meter: FpTargetMeter) => inside(meter, '[role=meter]')[0];
const saidOf = (meter: FpTargetMeter) => drawingOf(meter)?.getAttribute('aria-valuetext');

describe('fp-target-meter', () => {
  const page = watchPage();

  testAccessibility(targetMeterExamples);

  describe('plain attributes', () => {
    const cases: [attributes: string, text: string, said: string | undefined, state: string][] = [
      [
        'label="暖心家园" value="2" min="3" max="5" unit="个"',
        '暖心家园 进行中 已达到 2 个 目标 3–5 个',
        '已达到 2 个，目标 3–5 个',
        'inProgress',
      ],
      ['label="案例" value="4" min="3" unit="个"', '案例 超额完成 已达到 4 个 目标不少于 3 个', '已达到 4 个，目标不少于 3 个', 'done'],
      [
        'label="经费" value="8.5" max="12" unit="万元"',
        '经费 进行中 已达到 8.5 万元 目标不超过 12 万元',
        '已达到 8.5 万元，目标不超过 12 万元',
        'inProgress',
      ],
      [
        'label="经费" value="14" max="12" unit="万元"',
        '经费 超过上限 已达到 14 万元 目标不超过 12 万元',
        '已达到 14 万元，目标不超过 12 万元',
        'overLimit',
      ],
      [
        'label="服务" value="0" min="3500000" unit="人次"',
        '服务 进行中 已达到 0 人次 目标不少于 350 万人次',
        '已达到 0 人次，目标不少于 350 万人次',
        'inProgress',
      ],
      ['label="咨询师" min="2" unit="人"', '咨询师 未报送 目标不少于 2 人', undefined, 'notReported'],
    ];
    for (const [attributes, text, said, state] of cases) {
      it(`shows and says ${attributes}`, async () => {
        const meter = await show(attributes);
        expect(seen(meter)).to.equal(text);
        expect(saidOf(meter)?.replace(/\u00a0/g, ' ')).to.equal(said);
        expect(inside(meter, `.state.${state}`)).to.have.length(1);
        if (drawingOf(meter)) expect(heard(drawingOf(meter)!)).to.equal(meter.label);
      });
    }

    it('says what is expected by now, and draws it', async () => {
      const meter = await show('label="讲座" value="20" min="48" unit="场" from="2026-01-01" due="2026-12-31" as-of="2026-07-15"');
      // 128 of the 248 working days of 2026 are gone.
      expect(saidOf(meter)!.replace(/\u00a0/g, ' ')).to.contain('按工作日推算，截至2026年7月15日应达到 ');
      expect(/应达到 (.+)$/.exec(saidOf(meter)!.replace(/\u00a0/g, ' '))![1], 'whole things, down').to.equal('25 场');
      expect(seen(meter))
        .to.match(/^讲座 滞后 /)
        .and.contain('按工作日推算');
      expect(inside(meter, '.bar .expected')).to.have.length(1);
    });

    it('expects nothing of what is reached, nor of the first days', async () => {
      for (const [value, asOf] of [
        ['4', '2026-07-15'],
        ['0', '2026-01-06'],
      ]) {
        const meter = await show(`label="x" value="${value}" min="3" unit="个" from="2026-01-01" due="2026-12-31" as-of="${asOf}"`);
        expect(seen(meter)).not.to.contain('推算');
        expect(saidOf(meter)).not.to.contain('推算');
        expect(inside(meter, '.bar .expected')).to.have.length(0);
      }
    });

    it('says the day of its figures once', async () => {
      const target = { measure: 'x', comparator: 'atLeast', min: 48, unit: '场', due: '2026-12-31' } as const;
      const progress = { state: 'inProgress', reached: 20, asOf: '2026-07-15' } as const;
      const days = async (properties: Partial<FpTargetMeter>) => seen(await show('', { target, progress, ...properties })).match(/截至/g);
      expect(await days({ from: '2026-01-01' })).to.have.length(1);
      expect(await days({ from: '2026-01-01', asOf: '2026-08-15' }), 'another day').to.have.length(2);
      expect(await days({}), 'nothing expected').to.have.length(1);
    });

    it('expects nothing it can’t know', async () => {
      for (const attributes of [
        'value="2" min="3" from="2098-01-01" due="2098-12-31"',
        'value="88" min="95" unit="%" from="2026-01-01" due="2026-12-31"',
      ]) {
        const meter = await show(`label="x" as-of="2026-07-15" ${attributes}`);
        expect(seen(meter)).not.to.contain('推算');
        expect(inside(meter, '.bar .expected')).to.have.length(0);
      }
    });

    it('follows its attributes, set before or after it is attached', async () => {
      const meter = await show('label="暖心家园" value="1" min="3"');
      meter.setAttribute('value', '2');
      meter.unit = '个';
      await until(() => seen(meter).includes('2 个'));
      const whole = await show('label="暖心家园" value="2" min="3" unit="个"');
      expect(seen(whole)).to.equal(seen(meter));
    });

    for (const attributes of [
      'value="many" min="3"',
      'value="1" min="x"',
      'value="1" max="y"',
      'value="-4" min="3"',
      'value="1" min="7" max="2"',
      'value="1" min="2" due="abc"',
      'value="1" min="2" due="2026-02-30"',
      'value="1" min="2" from="1 May" due="2026-12-31"',
    ]) {
      it(`keeps the light DOM and warns once for ${attributes}`, async () => {
        const meter = await show(attributes);
        expect(meter.dataset['state']).to.equal('error');
        expect(showsFallback(meter)).to.equal(true);
        expect(page.log.warnings).to.have.length(1);
        expect(page.log.warnings[0]).to.match(/^<fp-target-meter>: /);
      });
    }
  });

  it('tells each fault, by the value that is wrong now', async () => {
    const meter = await show('value="x" min="3"');
    meter.value = -4;
    await until(() => page.log.warnings.length === 2);
    expect(page.log.warnings[0]).to.contain('（x）');
    expect(page.log.warnings[1]).to.contain('（-4）');
  });

  describe('a target of a plan', () => {
    const id = '2.4.1.t1';

    it('shows it with its progress, from a property and from src alike', async () => {
      page.server.serve('/plan.json', sampleSnapshot);
      const held = await show(`target="${id}"`, { plan: sampleSnapshot });
      const fetched = await show(`target="${id}" src="/plan.json"`);
      expect(seen(held)).to.contain('省级“暖心家园”');
      expect(seen(held)).to.contain('3–5 个');
      expect(seen(fetched)).to.equal(seen(held));
    });

    it('changes with the id, without asking again', async () => {
      page.server.serve('/plan.json', sampleSnapshot);
      const meter = await show(`target="${id}" src="/plan.json"`);
      meter.setAttribute('target', '1.1.1.t1');
      await until(() => seen(meter).includes('典型案例'));
      expect(page.server.requests).to.have.length(1);
      meter.setAttribute('target', 'none');
      await until(() => meter.dataset['state'] === 'error');
      expect(page.log.warnings.some((line) => line.includes('target') && line.includes('none'))).to.equal(true);
    });

    it('counts who has met it where it holds for each', async () => {
      const meter = await show('target="2.3.2.t1"', { plan: sampleSnapshot });
      const { met, reported, total } = sampleSnapshot.progress!.targets['2.3.2.t1']!.units!;
      expect(seen(meter)).to.contain(`已达标 ${met} / ${total}`);
      expect(seen(meter)).to.contain('每个市州');
      expect(seen(meter)).to.contain(`${total} 个中 ${reported} 个已报送`);
      expect(drawingOf(meter)!.ariaValueMax).to.equal(String(total));
    });

    it('says what the ledger has found of it', async () => {
      const target = samplePlan.tasks[0]!.actions[0]!.targets[0]!;
      for (const [pace, state, word] of [
        ['behind', 'inProgress', '滞后'],
        ['exceeded', 'done', '超额完成'],
        ['onTrack', 'inProgress', '进行中'],
      ] as const) {
        const meter = await show('', { target, progress: { state, pace, reached: 1 } });
        expect(seen(inside(meter, '.state')[0]!)).to.equal(word);
      }
    });

    it('draws no bar where nobody reported', async () => {
      const meter = await show(`target="${id}"`, { plan: samplePlan });
      expect(seen(meter)).to.contain('未报送');
      expect(drawingOf(meter)).to.equal(undefined);
      expect(inside(meter, '.unknown')).to.have.length(1);
    });

    it('takes a target and its progress as properties', async () => {
      const target = samplePlan.tasks[0]!.actions[0]!.targets[0]!;
      const meter = await show('', { target, progress: { state: 'inProgress', reached: 1 } });
      expect(saidOf(meter)!.replace(/\u00a0/g, ' ')).to.equal('已达到 1 个，目标不少于 3 个');
      meter.progress = { state: 'done', reached: 3 };
      await until(() => saidOf(meter)!.includes('3\u00a0个，'));
    });
  });
});
