import type { Supervision } from '@fp-kit/sdk';
import { expect } from 'chai';
import './supervision.define.js';
import { testAccessibility } from '../../testing/accessibility.js';
import { FakeEvents } from '../../testing/fake-events.js';
import { sampleSupervision } from '../../testing/ledger.js';
import { inside, mount, seen, until } from '../../testing/page.js';
import { watchPage } from '../../testing/watch-page.js';
import { supervisionExamples } from './supervision.examples.js';
import type { FpSupervision } from './supervision.js';

const show = (supervision: unknown, attributes: Record<string, string> = {}) => {
  const element = Object.assign(document.createElement('fp-supervision'), { supervision });
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return mount(element);
};
const items = (element: Element) => inside(element, '.item').map((item) => item.innerText.replace(/\s+/g, ' ').trim());
const ids = (element: Element) => inside(element, '.item h3').map((title) => title.innerText.split(' ')[0]);

describe('fp-supervision', () => {
  const page = watchPage();

  testAccessibility(supervisionExamples);

  it('says of each why, whose it is, who is silent and how many reported', async () => {
    const element = await show(sampleSupervision);
    const shown = items(element);
    expect(shown[0]).to.equal(
      '逾期 2.3 深化优生优育指导服务 举办托育服务能力提升培训班。 应于2026年6月30日前完成，已逾期3天，至今未报送 责任单位 家庭服务部 未报送 云屏市、松岭州 6 个地区中 4 个已报送',
    );
    expect(shown[2]).to.contain('滞后 2.4');
    expect(shown[2]).to.contain('责任单位 家庭服务部、各市州计生协');
    expect(shown).to.have.length(5);
  });

  it('sums up with what it is a part of', async () => {
    const element = await show(sampleSupervision);
    expect(seen(inside(element, 'header')[0]!)).to.equal(
      '督办清单 示例省计划生育协会2026年工作要点 48 项举措中 5 项需要督办 48 项举措中 31 项已报送 截至2026年7月3日 逾期 1 项 超过上限 1 项 滞后 1 项 临期 1 项 停滞 1 项',
    );
  });

  it('says that there is nothing to chase, of how many', async () => {
    const element = await show({ ...sampleSupervision, items: [] });
    expect(seen(element)).to.equal(
      '督办清单 示例省计划生育协会2026年工作要点 48 项举措中没有需要督办的 48 项举措中 31 项已报送 截至2026年7月3日',
    );
  });

  it('speaks English, the document in its own language', async () => {
    const element = await show(sampleSupervision, { lang: 'en' });
    expect(seen(inside(element, '.sum')[0]!)).to.equal('5 of 48 actions to be followed up 31 of 48 actions reported as of 3 Jul 2026');
    expect(inside(element, 'h3')[0]!.lang).to.equal('zh-CN');
  });

  it('names the place where data is wrong', async () => {
    await show({ ...sampleSupervision, items: [{ ...sampleSupervision.items[0]!, kind: 'late' }] });
    expect(page.log.warnings[0]).to.contain('items[0].kind');
  });

  it('follows its ledger: what is done stays in its place until the reader has left', async () => {
    const events = new FakeEvents();
    const [first, second, ...rest] = sampleSupervision.items;
    const later: Supervision = {
      ...sampleSupervision,
      items: [{ ...rest[2]!, kind: 'overdue', taskId: '9.1', actionId: '9.1.1' }, second!, ...rest],
    };
    page.server.serve('/p/supervision', sampleSupervision);
    const element = await mount<FpSupervision>('<fp-supervision src="/p/supervision" events="/p/events">督办</fp-supervision>');
    inside(element, 'h2')[0]!.focus();
    page.server.serve('/p/supervision', later);
    events.tell(2);
    await until(() => ids(element).length === 6);
    expect(ids(element)).to.deep.equal(['2.3', '1.2', '2.4', '3.5', '1.1', '9.1']);
    expect(items(element)[0]).to.match(/^已不在其中 2.3/);
    expect(inside(element, '[role=status]')[0]!.textContent).to.equal('督办清单已更新，新增 1 项，减少 1 项');
    inside(element, 'h2')[0]!.blur();
    await until(() => ids(element)[0] === '9.1');
    expect(ids(element)).to.not.contain(first!.taskId);
    events.restore();
  });
});
