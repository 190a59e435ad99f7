import { summarizeProgress } from '@fp-kit/sdk';
import { expect } from 'chai';
import './task-list.define.js';
import { heard, inside, mount, seen, until } from '../../testing/page.js';
import { buildPlan, buildSnapshot, samplePlan, sampleSnapshot } from '../../testing/plans.js';
import { watchPage } from '../../testing/watch-page.js';
import type { FpTaskList } from './task-list.js';

async function show(plan: unknown, attributes: Record<string, string> = {}): Promise<FpTaskList> {
  const list = document.createElement('fp-task-list');
  for (const [name, value] of Object.entries(attributes)) list.setAttribute(name, value);
  list.plan = plan;
  return mount(list);
}

const isSeen = (element: Element) => element.getClientRects().length > 0;
const ordinals = (list: FpTaskList) =>
  inside(list, '.task')
    .filter(isSeen)
    .map((row) => row.querySelector('.marker')!.textContent.replace(/[（）]/g, ''))
    .join('');
const headings = (list: FpTaskList) =>
  inside(list, 'h3, h4')
    .filter(isSeen)
    .map((heading) => heading.innerText);
const found = (list: FpTaskList) => inside(list, '[role=status].found')[0]!.textContent;
const search = (list: FpTaskList) => inside<HTMLInputElement>(list, 'input[type=search]')[0]!;
const marks = (list: FpTaskList) =>
  inside(list, 'mark.hit')
    .filter(isSeen)
    .map((mark) => mark.textContent);

async function type(list: FpTaskList, words: string): Promise<void> {
  search(list).value = words;
  search(list).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await list.updateComplete;
}

async function choose(list: FpTaskList, facet: string, value: string): Promise<void> {
  if (inside(list, 'select').length === 0) inside(list, '.choose')[0]!.click();
  await list.updateComplete;
  if (facet === 'status') {
    inside(list, `[name=status][value=${value}]`)[0]!.click();
    await list.updateComplete;
    return;
  }
  const select = inside<HTMLSelectElement>(list, `select[name=${facet}]`)[0]!;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await list.updateComplete;
}

describe('fp-task-list, searched and filtered', () => {
  watchPage();

  describe('by attribute', () => {
    const cases: [attributes: Record<string, string>, rows: string][] = [
      [{}, '一二三四五'],
      [{ status: 'overdue' }, '四'],
      [{ status: 'notReported' }, '二'],
      [{ area: 'party-building' }, '一二'],
      [{ section: '2' }, '三四'],
      [{ unit: '家庭服务部' }, '三'],
      [{ 'site-type': 'warm-home' }, '四'],
      [{ query: '暖心家园' }, '四'],
      [{ query: 'nxjy' }, '四'],
      [{ query: 'nuanxin' }, '四'],
      [{ query: '350万' }, '三'],
      [{ query: '妇联' }, '三'],
      [{ query: '3—5个' }, '四'],
      [{ query: '六项重点任务' }, '三四'],
      [{ section: '2', query: '培训班' }, '三'],
      [{ area: 'party-building', section: '3' }, ''],
      [{ area: 'no-such-area' }, ''],
      [{ status: 'overdue not-reported' }, '二四'],
      [{ status: 'overdue  notReported ' }, '二四'],
      [{ area: 'family-support organization' }, '四五'],
      [{ section: '1 3' }, '一二五'],
      [{ 'site-type': 'warm-home parent-child-house' }, '三四'],
      [{ unit: '家庭服务部 组织部' }, ''],
      [{ query: '服务 妇联' }, '三'],
      [{ query: '会 培训班' }, '三五'],
      [{ query: 'nuanxin fuwu' }, ''],
      [{ query: 'nuanxin 走访' }, '四'],
    ];
    for (const [attributes, rows] of cases) {
      it(`${JSON.stringify(attributes)}: ${rows || 'none'}`, async () => {
        expect(ordinals(await show(sampleSnapshot, attributes))).to.equal(rows);
      });
    }

    it('follows an attribute that is changed or taken away', async () => {
      const list = await show(sampleSnapshot, { section: '2' });
      list.setAttribute('section', '3');
      await list.updateComplete;
      expect(ordinals(list)).to.equal('五');
      list.removeAttribute('section');
      await list.updateComplete;
      expect(ordinals(list)).to.equal('一二三四五');
    });
  });

  it('hides headings that head nothing in view, and keeps those above what is', async () => {
    const list = await show(sampleSnapshot, { query: 'nxjy' });
    expect(headings(list)).to.deep.equal(['二、落实六项重点任务，推动家庭友好型社会建设']);
    const [task] = samplePlan.tasks;
    const span: [number, number] = [0, 1];
    const heading = (id: string, parent?: string) => ({
      id,
      level: 1,
      ordinal: id,
      marker: id,
      title: '',
      span,
      ...(parent ? { parent } : {}),
    });
    const deep = await show({
      ...samplePlan,
      headings: [heading('A'), heading('a', 'A'), heading('b', 'A'), heading('B'), heading('c', 'B')],
      tasks: ['a', 'a', 'b', 'b', 'c', 'c'].map((id, place) => ({
        ...task,
        id: String(place),
        heading: id,
        title: `第${String(place)}项`,
      })),
    });
    deep.query = '第3项';
    await deep.updateComplete;
    expect(headings(deep)).to.deep.equal(['A', 'b']);
    deep.query = '第4项';
    await deep.updateComplete;
    expect(headings(deep)).to.deep.equal(['B', 'c']);
    deep.query = '';
    await deep.updateComplete;
    expect(headings(deep)).to.deep.equal(['A', 'a', 'b', 'B', 'c']);
  });

  describe('search', () => {
    it('marks what it finds in titles, measures and, where neither holds it, in a piece of the inside', async () => {
      const list = await show(sampleSnapshot);
      await type(list, '暖心');
      expect(marks(list)).to.deep.equal(['暖心', '暖心']);
      await type(list, '绿色通道');
      expect(marks(list)).to.deep.equal(['绿色通道']);
      expect(seen(inside(list, '.snippet')[0]!)).to.equal('开展重要节日走访慰问，做到联系人、就医绿色通道、家庭医生签约三个全覆盖。');
      await type(list, '');
      expect(marks(list)).to.deep.equal([]);
    });

    it('shows the piece that holds the word which the closed row does not', async () => {
      const list = await show(sampleSnapshot, { query: '暖心 绿色通道' });
      expect(marks(list)).to.deep.equal(['暖心', '暖心', '绿色通道']);
    });

    it('marks it in an open row as well', async () => {
      const list = await show(sampleSnapshot);
      inside(list, '.task summary')[3]!.click();
      await type(list, 'xcjy');
      expect(ordinals(list)).to.equal('');
      await type(list, 'xianch');
      expect(marks(list)).to.deep.equal(['现场', '现场']);
    });

    it('says how many it found once the reader rests, not at each key', async () => {
      const list = await show(sampleSnapshot);
      const told: string[] = [];
      const watcher = new MutationObserver(() => told.push(found(list)));
      watcher.observe(inside(list, '.found')[0]!, { childList: true, characterData: true, subtree: true });
      for (const words of ['n', 'nx', 'nxj', 'nxjy']) await type(list, words);
      await until(() => told.length > 0);
      expect(told).to.deep.equal(['找到 1 项任务，共 5 项']);
      await type(list, 'nothing');
      await until(() => told.length > 1);
      expect(told[1]).to.equal('没有符合条件的任务（共 5 项）');
      watcher.disconnect();
    });

    it('takes what is typed as text, however odd', async () => {
      const list = await show(sampleSnapshot);
      for (const words of ['.*', '<img src=x onerror=alert(1)>', '\\', '(', '%E6', '\u0000', '𠮷', '   ']) await type(list, words);
      expect(ordinals(list)).to.equal('一二三四五');
      await type(list, '（三）');
      expect(ordinals(list)).to.equal('三');
    });
  });

  describe('the facets', () => {
    it('stand behind one button, that says how many are chosen', async () => {
      const list = await show(sampleSnapshot);
      const button = inside(list, '.choose')[0]!;
      expect(inside(list, 'select')).to.have.length(0);
      expect(button.getAttribute('aria-expanded')).to.equal('false');
      await choose(list, 'status', 'overdue');
      expect(button.getAttribute('aria-expanded')).to.equal('true');
      expect(button.innerText.trim()).to.equal('筛选（1）');
      expect(ordinals(list)).to.equal('四');
      expect(inside(list, '.facet > span, .facet > legend').map((label) => label.textContent)).to.deep.equal([
        '状态',
        '工作领域',
        '部分',
        '责任单位',
        '涉及阵地',
        '排序',
      ]);
    });

    it('open by a button beside the search, or as wide as it below', async () => {
      const list = await show(sampleSnapshot);
      const places = () => ['#query', '.choose'].map((name) => inside(list, name)[0]!.getBoundingClientRect()) as [DOMRect, DOMRect];
      const [search, button] = places();
      expect(button.left).to.be.above(search.right);
      list.setAttribute('theme', 'elder');
      list.style.inlineSize = '366px';
      const [above, below] = places();
      expect(below.top).to.be.at.least(above.bottom);
      expect(below.width).to.be.closeTo(above.width, 10);
    });

    it('offer what some task has, in words', async () => {
      const list = await show(sampleSnapshot);
      await choose(list, 'area', '');
      const offered = (name: string) => inside<HTMLOptionElement>(list, `select[name=${name}] option`).map(({ text }) => text);
      expect(inside(list, '.pick').map(seen)).to.deep.equal(['已逾期', '进行中', '未报送']);
      expect(offered('area')).to.deep.equal(['全部', '党建', '优生优育', '计生家庭帮扶', '组织建设']);
      expect(offered('unit')).to.deep.equal(['全部', '组织部', '各市州计生协', '家庭服务部']);
      expect(offered('siteType')).to.deep.equal(['全部', '向日葵亲子小屋', '优生优育指导中心', '暖心家园']);
    });

    it('take several states, and words for what an attribute asks for', async () => {
      const list = await show(sampleSnapshot, { area: 'rights organization', status: 'stopped' });
      await choose(list, 'status', 'overdue');
      expect(list.status).to.equal('stopped overdue');
      expect(inside(list, '.pick').map(seen), 'also one that no task has, so that it can be taken back').to.deep.equal([
        '已逾期',
        '进行中',
        '未报送',
        '已中止',
      ]);
      await choose(list, 'status', 'stopped');
      expect(list.status).to.equal('overdue');
      expect(inside(list, '[name=status]:checked').map(heard)).to.deep.equal(['已逾期']);
      const area = inside<HTMLSelectElement>(list, 'select[name=area]')[0]!;
      expect(area.selectedOptions[0]!.text).to.equal('rights、组织建设');
    });

    it('fold away with Escape, that first empties a search', async () => {
      const list = await show(sampleSnapshot, { query: '会' });
      const button = inside(list, '.choose')[0]!;
      button.click();
      await list.updateComplete;
      const press = async (at: HTMLElement) => {
        const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true });
        at.dispatchEvent(event);
        await list.updateComplete;
        return [event.defaultPrevented, button.getAttribute('aria-expanded')];
      };
      expect(await press(search(list))).to.deep.equal([false, 'true']);
      expect(await press(inside(list, '.task summary')[0]!)).to.deep.equal([false, 'true']);
      expect(await press(inside(list, 'select')[0]!)).to.deep.equal([true, 'false']);
      expect(list.shadowRoot!.activeElement).to.equal(button);
      expect(await press(button), 'and is left to the page').to.deep.equal([false, 'false']);
    });

    it('can be cleared at one press, and the search is where the reader goes on', async () => {
      const list = await show(sampleSnapshot, { query: '会' });
      await choose(list, 'section', '2');
      inside(list, '.clear')[0]!.click();
      await list.updateComplete;
      expect(ordinals(list)).to.equal('一二三四五');
      expect(search(list).value).to.equal('');
      expect(inside<HTMLSelectElement>(list, 'select[name=section]')[0]!.value).to.equal('');
      expect(list.shadowRoot!.activeElement?.id).to.equal('query');
      expect(inside(list, '.clear')).to.have.length(0);
    });
  });

  it('tells what is due within 30 days from the day of the snapshot, and by how much the rest is late', async () => {
    const dues = ['2026-10-19', '2026-10-20', '2026-11-01', '2026-11-19', '2026-11-20', '年底', undefined];
    const plan = buildPlan({ title: '样例' }, [
      { title: '', tasks: dues.map((due) => ({ title: String(due), actions: [{ text: '办好活动。', ...(due ? { due } : {}) }] })) },
    ]);
    const snapshot = buildSnapshot(plan, { '1.1': 'overdue' });
    const list = await show(snapshot);
    expect(inside(list, 'summary .state').map(seen)).to.deep.equal([
      '已逾期 1 天',
      '临期 今天到期',
      '临期 还有 12 天',
      '临期 还有 30 天',
      '未报送',
      '未报送',
      '未报送',
    ]);
    list.status = 'dueSoon';
    await list.updateComplete;
    expect(inside(list, '.task').filter(isSeen)).to.have.length(3);
    list.plan = plan;
    list.status = '';
    await list.updateComplete;
    expect(new Set(inside(list, 'summary .state').map(seen))).to.deep.equal(new Set(['未报送']));
  });

  it('says that a ceiling is broken, by how much, and lets it be found', async () => {
    const goal = (max: number, unit: string) => ({ quote: '不超过', measure: '积案', comparator: 'atMost' as const, max, unit });
    const plan = buildPlan({ title: '样例' }, [
      {
        title: '',
        tasks: [goal(5, '件'), goal(5, '%'), goal(9, '件')].map((target) => ({
          title: '积案',
          actions: [{ text: '积案不超过。', targets: [target] }],
        })),
      },
    ]);
    const entries = [7, 6.5, 7].map((value, index) => ({
      id: `01990000-0000-7000-8000-00000000000${index}`,
      planId: plan.id,
      taskId: String(index + 1),
      actionId: `${index + 1}.1`,
      targetId: `${index + 1}.1.t1`,
      value,
      evidence: [],
      reporter: '信访处',
      asOf: '2026-06-01',
      recordedAt: '2026-06-01T08:00:00Z',
    }));
    const progress = summarizeProgress(plan, entries, { asOf: '2026-06-10' });
    const list = await show({ format: 'fp-snapshot/1', plan, progress, generatedAt: '2026-06-10T08:00:00Z', links: {} });
    expect(inside(list, 'summary .state').map(seen)).to.deep.equal(['超过上限 2 件', '超过上限', '进行中']);
    for (const summary of inside(list, '.task > details > summary')) summary.click();
    expect(inside(list, '.target .state').map(seen)).to.deep.equal(['超过上限 2 件', '超过上限', '进行中']);
    list.status = 'over-limit';
    await list.updateComplete;
    expect(inside(list, '.task').filter(isSeen)).to.have.length(2);
  });

  it('says what is behind, and how much was to be expected', async () => {
    const target = { quote: '20场', measure: '讲座', comparator: 'atLeast' as const, min: 20, unit: '场' };
    const plan = buildPlan({ title: '样例' }, [
      { title: '', tasks: [{ title: '讲座', actions: [{ text: '讲座20场。', targets: [target] }] }] },
    ]);
    const snapshot = buildSnapshot(
      plan,
      { '1.1': 'inProgress' },
      { '1.1.t1': { state: 'inProgress', pace: 'behind', reached: 3, expected: 9 } },
    );
    snapshot.progress!.actions['1.1']!.pace = 'behind';
    snapshot.progress!.tasks['1']!.pace = 'behind';
    const list = await show(snapshot);
    expect(inside(list, 'summary .state').map(seen)).to.deep.equal(['滞后']);
    inside(list, 'summary')[0]!.click();
    expect(inside(list, '.target .state').map(seen)).to.deep.equal(['滞后 应达到 9 场']);
  });

  it('orders by what is due next, month by month', async () => {
    const list = await show(sampleSnapshot, { sort: 'due' });
    expect(headings(list)).to.deep.equal(['2026年9月', '2026年11月', '无时限或已办结']);
    expect(ordinals(list)).to.equal('四三一二五');
    list.sort = '';
    await list.updateComplete;
    expect(ordinals(list)).to.equal('一二三四五');
  });

  describe('in the page’s address', () => {
    const before = location.href;
    const hash = () => decodeURIComponent(location.hash);
    afterEach(() => {
      history.replaceState(null, '', before);
    });

    it('keeps what is chosen, beside what others wrote there, and the back button takes it back', async () => {
      history.replaceState(null, '', '#tab=plan');
      const list = await show(sampleSnapshot, { history: '' });
      await choose(list, 'status', 'inProgress');
      expect(hash()).to.equal('#tab=plan&status=inProgress');
      for (const words of ['会', '会员']) await type(list, words);
      expect(hash()).to.equal('#tab=plan&query=会员&status=inProgress');
      expect(ordinals(list)).to.equal('五');
      history.back();
      await until(() => list.query === '');
      expect(list.status).to.equal('inProgress');
      history.back();
      await until(() => list.status === '');
      expect(hash()).to.equal('#tab=plan');
      await list.updateComplete;
      expect(ordinals(list)).to.equal('一二三四五');
    });

    it('leaves the address of another script as that wrote it', async () => {
      history.replaceState(null, '', '#/route/x?y=1');
      const list = await show(sampleSnapshot, { history: '' });
      await type(list, '会员');
      expect(hash()).to.equal('#/route/x?y=1&query=会员');
      await type(list, '');
      expect(hash()).to.equal('#/route/x?y=1');
    });

    it('takes up what the address says, and else what the page says', async () => {
      history.replaceState(null, '', '#query=nxjy');
      const list = await show(sampleSnapshot, { history: '', section: '2' });
      expect([list.query, list.section]).to.deep.equal(['nxjy', '2']);
      expect(ordinals(list)).to.equal('四');
      expect(search(list).value).to.equal('nxjy');
    });

    it('keeps two lists apart by their names, and leads to a task of one', async () => {
      history.replaceState(null, '', '#%E5%8C%97.query=nxjy&south.task=3.5&%E6');
      const north = await show(sampleSnapshot, { history: '北' });
      const south = await show(sampleSnapshot, { history: 'south' });
      expect([ordinals(north), ordinals(south)]).to.deep.equal(['四', '一二三四五']);
      await until(() => inside(south, '.task > details[open]').length === 1);
      expect(inside(north, '.task > details[open]')).to.have.length(0);
      await type(south, '会员');
      expect(location.hash).to.equal('#%E5%8C%97.query=nxjy&%E6&south.query=%E4%BC%9A%E5%91%98');
      await type(north, '');
      expect(location.hash).to.equal('#%E6&south.query=%E4%BC%9A%E5%91%98');
      const link = inside<HTMLAnchorElement>(south, 'a.link')[0]!;
      link.addEventListener('click', (event) => {
        event.preventDefault();
      });
      link.click();
      expect(link.hash).to.equal('#%E6&south.task=3.5');
    });

    it('is left alone without the attribute', async () => {
      history.replaceState(null, '', '#query=nxjy');
      const list = await show(sampleSnapshot);
      await type(list, '会员');
      expect(hash()).to.equal('#query=nxjy');
      expect(ordinals(list)).to.equal('五');
    });

    it('leads to a task, opened, even where the filter hides it', async () => {
      history.replaceState(null, '', '#task=3.5');
      const list = await show(sampleSnapshot, { section: '2' });
      await until(() => inside(list, '.task > details[open]').length === 1);
      expect(seen(inside(list, '.task > details[open]')[0]!)).to.contain('修订会员管理办法');
      expect(list.shadowRoot!.activeElement?.tagName).to.equal('SUMMARY');
      location.hash = '#task=1.2';
      await until(() => inside(list, '.task > details[open]').length === 2);
      location.hash = '#task=9.9';
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(inside(list, '.task > details[open]')).to.have.length(2);
    });

    it('is handed on by a link that is copied', async () => {
      const copied: string[] = [];
      const { clipboard } = navigator;
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
      });
      try {
        const list = await show(sampleSnapshot);
        inside(list, '.task summary')[2]!.click();
        const link = inside<HTMLAnchorElement>(list, 'a.link')[0]!;
        link.click();
        await until(() => seen(link.parentElement!).includes('已复制'));
        expect(copied).to.deep.equal([new URL('#task=2.3', location.href).href]);
      } finally {
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
      }
    });
  });
});
