import type { Ranking } from '@fp-kit/sdk';
import { sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import './ranking.define.js';
import { testAccessibility } from '../../testing/accessibility.js';
import { FakeEvents } from '../../testing/fake-events.js';
import { sampleRanking, weightedRanking } from '../../testing/ledger.js';
import { heard, inside, mount, seen, settled, showsFallback, until } from '../../testing/page.js';
import { watchPage } from '../../testing/watch-page.js';
import { rankingExamples } from './ranking.examples.js';
import type { FpRanking } from './ranking.js';

const show = (ranking: unknown, attributes: Record<string, string> = {}) => {
  const element = Object.assign(document.createElement('fp-ranking'), { ranking });
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return mount(element);
};
const rows = (element: Element) => inside(element, 'tbody tr').map((row) => row.innerText.replace(/\s+/g, ' ').trim());
const names = (element: Element) => inside(element, 'tbody th').map((cell) => cell.innerText.trim());

describe('fp-ranking', () => {
  const page = watchPage();

  testAccessibility(rankingExamples);

  it('shows each region with its rate, its denominator, ties, what has changed and its last report', async () => {
    const element = await show(sampleRanking);
    expect(rows(element)).to.deep.equal([
      '1 白鹭市 75% 48 项举措中 36 项 升 1 位 +12.5 个百分点 2026年6月30日',
      '2 并列 青溪市 66.7% 48 项举措中 32 项 降 1 位 +2.1 个百分点 2026年6月28日',
      '2 并列 望岳市 66.7% 48 项举措中 32 项 名次未变 +4.2 个百分点 2026年6月30日',
      '4 云屏市 43.8% 48 项举措中 21 项 此前未参与排名 2026年6月15日',
    ]);
  });

  it('says how many reported, who was late, who is not ranked and why, and how it was made', async () => {
    const element = await show(sampleRanking);
    expect(seen(inside(element, 'header')[0]!)).to.equal(
      '地区排名 示例省计划生育协会2026年工作要点 截至2026年6月30日 6 个地区中 5 个已报送',
    );
    expect(inside(element, '.apart').map(seen)).to.deep.equal([
      '未参与排名 松岭州：未报送 石湖市：缺少分母',
      '未按时报送（2026年7月5日截止） 云屏市：2026年7月9日报送 松岭州：尚未报送',
    ]);
    expect(seen(inside(element, '.method')[0]!)).to.equal(`排名办法 ${sampleRanking.method}`);
  });

  it('shows a score with the rate, the denominator and the weight of each of its parts', async () => {
    const element = await show(weightedRanking);
    expect(inside(element, 'thead th').map((cell) => cell.innerText.trim().replace(/\s+/g, ' '))).to.deep.equal([
      '名次',
      '地区',
      '加权得分',
      '举措完成率 权重 50%',
      '指导服务覆盖率 权重 30%',
      '举措报送率 权重 20%',
    ]);
    expect(rows(element)[0]).to.equal('1 白鹭市 93.1 分 93.8% 48 项举措中 45 项 90% 18,430 / 20,480 95.8% 48 项举措中 46 项');
  });

  it('stays a table for a screen reader where it is laid out as blocks', async () => {
    const box = document.createElement('div');
    box.style.inlineSize = '320px';
    document.body.append(box);
    const element = await show(sampleRanking);
    box.append(element);
    await settled(element);
    const [table] = inside(element, 'table');
    expect(getComputedStyle(table!).display).to.equal('block');
    expect(table!.getAttribute('role')).to.equal('table');
    expect(heard(table!)).to.equal('地区排名');
    const [first] = inside(element, 'tbody tr');
    expect([...first!.children].map((cell) => cell.getAttribute('role'))).to.deep.equal(['cell', 'rowheader', 'cell', 'cell', 'cell']);
    expect(inside(element, 'thead th').map((cell) => cell.textContent.trim())).to.have.length(first!.children.length);
    box.remove();
  });

  it('speaks English, the names of regions in their own language', async () => {
    const element = await show(sampleRanking, { lang: 'en' });
    expect(rows(element)[1]).to.equal('2 tied 青溪市 66.7% 32 of 48 actions down 1 +2.1 percentage points 28 Jun 2026');
    expect(inside(element, 'tbody th span')[0]!.lang).to.equal('zh-CN');
  });

  it('names the plan in its own language, and nothing where that is not told', async () => {
    const { planTitle, ...untold } = sampleRanking;
    const [plan] = inside(await show(sampleRanking, { lang: 'en' }), '.plan');
    expect([seen(plan!), plan!.lang]).to.deep.equal([planTitle, 'zh-CN']);
    expect(inside(await show(untold), '.plan')).to.deep.equal([]);
  });

  it('keeps the light DOM, and says where the data is wrong', async () => {
    const element = Object.assign(document.createElement('fp-ranking'), { ranking: { ...sampleRanking, rows: [{ rank: 0 }] } });
    element.innerHTML = '<p>通报</p>';
    await mount(element);
    expect(element.dataset.state).to.equal('error');
    expect(showsFallback(element)).to.equal(true);
    expect(page.log.warnings[0]).to.contain('rows[0].rank');
  });

  describe('live', () => {
    let events: FakeEvents;
    const overtaken: Ranking = {
      ...sampleRanking,
      rows: [
        { ...sampleRanking.rows[3]!, rank: 1, score: 0.9, parts: [{ numerator: 43, denominator: 48, rate: 43 / 48 }] },
        ...sampleRanking.rows.slice(0, 3).map((row) => ({ ...row, rank: row.rank + 1 })),
      ],
    };
    const news = (element: Element) => inside(element, '[role=status]')[0]!.textContent;

    beforeEach(() => {
      events = new FakeEvents();
    });
    afterEach(async () => {
      document.body.replaceChildren();
      await until(() => events.open.length === 0);
      events.restore();
      await sendMouse({ type: 'move', position: [0, 0] });
    });

    const follow = async () => {
      page.server.serve('/p/ranking', sampleRanking);
      const element = await mount<FpRanking>('<fp-ranking src="/p/ranking" events="/p/events">通报</fp-ranking>');
      document.body.prepend(document.createElement('hr'));
      return element;
    };
    const overtake = (seq: number) => {
      page.server.serve('/p/ranking', overtaken);
      events.tell(seq);
    };

    it('asks again when the ledger has grown, orders anew and says so', async () => {
      const element = await follow();
      expect(events.open).to.deep.equal(['/p/events']);
      expect(news(element)).to.equal('');
      overtake(2);
      await until(() => names(element)[0] === '云屏市');
      expect(news(element)).to.equal('数据已更新，4 个地区名次有变');
      expect(element.dataset.state).to.equal('ready');
    });

    it('keeps the rows where they are while the pointer is inside, with the new figures, and orders them when it leaves', async () => {
      const element = await follow();
      const { left, top } = inside(element, 'tbody tr')[1]!.getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(left + 20), Math.round(top + 10)] });
      overtake(2);
      await until(() => inside(element, 'header button').length > 0);
      expect(names(element)).to.deep.equal(['白鹭市', '青溪市', '望岳市', '云屏市']);
      expect(rows(element)[3]).to.match(/^1 云屏市 89.6% 48 项举措中 43 项/);
      await sendMouse({ type: 'move', position: [0, 0] });
      await until(() => names(element)[0] === '云屏市');
      expect(inside(element, 'header button')).to.deep.equal([]);
    });

    it('orders them at once when the reader asks for it, and keeps the focus in the list', async () => {
      const element = await follow();
      inside(element, 'h2')[0]!.focus();
      overtake(2);
      await until(() => inside(element, 'header button').length > 0);
      inside(element, 'header button')[0]!.click();
      await until(() => names(element)[0] === '云屏市');
      expect(element.shadowRoot!.activeElement!.localName).to.equal('h2');
    });

    it('leaves in place what it shows where newer data can’t be had, and asks again at the next event', async () => {
      const element = await follow();
      page.server.refuse('/p/ranking');
      const asked = page.server.requests.length;
      events.tell(2);
      await until(() => page.server.requests.length > asked);
      await settled(element);
      expect(names(element)[0]).to.equal('白鹭市');
      page.server.serve('/p/ranking', { rows: 'none' });
      events.tell(3);
      await until(() => page.server.requests.length > asked + 1);
      await settled(element);
      expect(names(element)[0]).to.equal('白鹭市');
      overtake(4);
      await until(() => names(element)[0] === '云屏市');
      expect(page.log.warnings).to.deep.equal([]);
    });

    it('asks again for what came while it asked in vain', async () => {
      const element = await follow();
      page.server.serve('/p/ranking', { rows: 'none' }, { delayMs: 200 });
      const asked = page.server.requests.length;
      events.tell(2);
      await until(() => page.server.requests.length > asked);
      overtake(3);
      await until(() => names(element)[0] === '云屏市');
      expect(page.server.requests.length).to.equal(asked + 2);
    });

    it('shares a connection with others, asks no faster than once a second, and lets go of it when it leaves', async () => {
      const element = await follow();
      await mount('<fp-ranking src="/p/ranking" events="/p/events">通报</fp-ranking>');
      expect(events.open).to.deep.equal(['/p/events']);
      const asked = page.server.requests.length;
      for (let seq = 2; seq < 40; seq++) events.tell(seq);
      await until(() => page.server.requests.length > asked);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(page.server.requests.length - asked).to.equal(1);
      document.body.append(element);
      await settled(element);
      expect(events.open).to.deep.equal(['/p/events']);
      document.body.replaceChildren();
      await until(() => events.open.length === 0);
    });
  });
});
