import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import './task-list.define.js';
import { testAccessibility } from '../../testing/accessibility.js';
import { heard, inside, itWithTab, mount, seen, settled, unfold } from '../../testing/page.js';
import { buildPlan, flatPlan, reportPlan, samplePlan, sampleSnapshot } from '../../testing/plans.js';
import { watchPage } from '../../testing/watch-page.js';
import { taskListExamples } from './task-list.examples.js';
import type { FpTaskList } from './task-list.js';

async function show(plan: unknown, attributes: Record<string, string> = {}): Promise<FpTaskList> {
  const list = document.createElement('fp-task-list');
  for (const [name, value] of Object.entries(attributes)) list.setAttribute(name, value);
  list.plan = plan;
  return mount(list);
}

const rows = (list: FpTaskList) => inside(list, '.task');
const summaries = (list: FpTaskList) => inside(list, '.task > details > summary');

describe('fp-task-list', () => {
  const page = watchPage();

  testAccessibility(taskListExamples);

  describe('what a reader sees', () => {
    it('heads the list with title, number and how many reported', async () => {
      const list = await show(sampleSnapshot);
      const header = seen(inside(list, 'header')[0]!);
      expect(header).to.equal(
        '示例省计划生育协会2026年工作要点 示计生协〔2026〕1号 3 项举措已完成 11 项举措中 9 项已报送 截至2026年10月20日',
      );
    });

    it('names issuer and year where the title does not', async () => {
      const list = await show({ ...samplePlan, title: '工作要点' });
      expect(seen(inside(list, '.facts-line')[0]!)).to.equal('示例省计划生育协会 示计生协〔2026〕1号 2026年');
    });

    it('shows sections as headings with their tasks beneath, the ordinal in the row', async () => {
      const list = await show(samplePlan);
      expect(inside(list, 'h3').map((heading) => heading.innerText)).to.deep.equal([
        '一、以党建引领协会工作',
        '二、落实六项重点任务，推动家庭友好型社会建设',
        '三、夯实基层基础',
      ]);
      expect(inside(list, 'section').map((section) => section.querySelectorAll('.task').length)).to.deep.equal([2, 2, 1]);
      expect(seen(summaries(list)[2]!)).to.match(/^（三） ?深化优生优育指导服务/);
    });

    it('shows a document without numbering as one list without headings', async () => {
      const list = await show(flatPlan);
      expect(inside(list, 'h3')).to.have.length(0);
      expect(rows(list)).to.have.length(2);
    });

    it('says in words what is complete, and how each task stands', async () => {
      const list = await show(sampleSnapshot);
      expect(summaries(list).map((row) => seen(row.querySelector('.hint')!))).to.deep.equal([
        '2 项举措，1 项已完成，2 项已报送',
        // The state says it: 未报送.
        '1 项举措',
        '3 项举措，1 项已完成，3 项已报送',
        '3 项举措，2 项已报送',
        '2 项举措，1 项已完成，2 项已报送',
      ]);
      expect(summaries(list).map((row) => seen(row.querySelector('.state')!))).to.deep.equal([
        '进行中',
        '未报送',
        '进行中',
        '已逾期 20 天',
        '进行中',
      ]);
      for (const state of inside(list, '.state')) expect(state.querySelectorAll('svg[aria-hidden=true]')).to.have.length(1);
    });

    it('holds everything for not reported, never for nought, when there is no progress', async () => {
      const list = await show(samplePlan);
      expect(seen(inside(list, 'header')[0]!)).to.contain('11 项举措均未报送');
      expect(new Set(inside(list, '.state').map((state) => state.textContent.trim()))).to.deep.equal(new Set(['未报送']));
      expect(inside(list, '.reached')).to.have.length(0);
    });

    it('names a closed task’s targets with comparator, scope and amount reached', async () => {
      const list = await show(sampleSnapshot);
      const goals = inside(list, '.goal').map((goal) => goal.textContent.replace(/\s+/g, ' ').trim());
      expect(goals).to.deep.equal([
        '典型案例 已达到 4 个 目标不少于 3 个',
        '优生优育指导中心 已达标 9 / 14 目标每个市州不少于 1 个',
        '指导服务覆盖率 已达到 87.5% 目标不少于 95%',
        '服务群众 已达到 286 万人次 目标不少于 350 万人次',
        '省级“暖心家园” 已达到 2 个 目标 3–5 个',
        '心理咨询师 目标每个有条件的县（市、区）不少于 2 人',
        '干部培训班 已达到 1 期 目标 1 期',
      ]);
    });

    it('makes the amount reached the largest figure of its target', async () => {
      const list = await show(sampleSnapshot);
      summaries(list)[3]!.click();
      const target = inside(list, '.task:last-child .target')[0]!;
      const size = (selector: string) => parseFloat(getComputedStyle(target.querySelector(selector)!).fontSize);
      expect(size('.reached dd')).to.be.above(1.4 * size('.aim dd'));
      expect(seen(target)).to.match(/^省级“暖心家园” 进行中 已达到 2 个 目标 3–5 个 截至2026年10月10日 查看原文/);
    });

    it('leads from each number to its sentence, the quote marked, with the document’s number and name', async () => {
      const list = await show(sampleSnapshot);
      unfold();
      const figures = inside(list, '.sentence').map((one) => one.querySelector('blockquote')!);
      expect(figures).to.have.length(7);
      expect(figures[4]!.textContent).to.equal('统筹社会资源，新建省级“暖心家园”3—5个，鼓励有条件的县（市、区）配备心理咨询师不少于2人。');
      expect(figures[4]!.querySelector('mark')!.textContent).to.equal('新建省级“暖心家园”3—5个');
      expect(inside(list, 'figcaption')[4]!.textContent).to.equal('《示例省计划生育协会2026年工作要点》（示计生协〔2026〕1号）');
    });

    it('leads from a number in a closed row to its sentence in one click', async () => {
      const list = await show(sampleSnapshot);
      inside(list, '.goal')[4]!.querySelector<HTMLElement>('.aim')!.click();
      const open = inside(list, '.sentence[open] blockquote').map((quote) => quote.querySelector('mark')!.textContent);
      expect(open).to.deep.equal(['新建省级“暖心家园”3—5个']);
      expect(inside(list, '.sentence[open]')[0]!.checkVisibility()).to.equal(true);
    });

    it('shows a report’s numbers as results and asks nobody for reports', async () => {
      const list = await show(reportPlan);
      expect(seen(summaries(list)[0]!))
        .to.contain('暖心家园 128 个')
        .and.contain('服务 12.6 万人次');
      expect(list.shadowRoot!.textContent).not.to.contain('未报送');
    });

    it('says who, with whom, by when and where', async () => {
      const list = await show(samplePlan);
      summaries(list)[2]!.click();
      expect(seen(inside(list, '.facts')[0]!)).to.equal(
        '责任单位 家庭服务部 联合单位 省妇联、省教育厅 完成时限 2026年11月30日 涉及阵地 向日葵亲子小屋、优生优育指导中心',
      );
    });

    it('speaks English around a Chinese document, and marks the document’s words as Chinese', async () => {
      const list = await show(sampleSnapshot, { lang: 'en' });
      expect(seen(inside(list, 'header')[0]!)).to.contain('3 actions done 9 of 11 actions reported as of 20 Oct 2026');
      expect(inside(list, '.goal')[3]!.textContent.replace(/\s+/g, ' ')).to.contain('Reached 2,860,000 人次 goal at least 3,500,000 人次');
      expect(inside(list, 'h2')[0]!.lang).to.equal('zh-CN');
    });
  });

  describe('by keyboard', () => {
    itWithTab('opens a task with Enter, its sentence with Space, and closes again', async () => {
      const list = await show(sampleSnapshot);
      // Past search and filter.
      for (let times = 0; times < 3; times++) await sendKeys({ press: 'Tab' });
      expect(list.shadowRoot!.activeElement?.textContent).to.equal(summaries(list)[0]!.textContent);
      await sendKeys({ press: 'Enter' });
      expect(seen(rows(list)[0]!)).to.contain('坚持每月一次集中学习');
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: ' ' });
      expect(seen(inside(list, 'blockquote')[0]!)).to.equal('总结各地经验做法，发现典型案例不少于3个，参加经验交流。');
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ up: 'Shift' });
      await sendKeys({ press: 'Enter' });
      expect(seen(rows(list)[0]!)).not.to.contain('坚持每月一次集中学习');
    });

    it('names a row by its ordinal, title, state and targets, and a sentence by its measure', async () => {
      const list = await show(sampleSnapshot);
      summaries(list)[0]!.click();
      expect(heard(summaries(list)[0]!)).to.equal(
        '（一）开展党建引领基层实践活动 进行中 2 项举措，1 项已完成，2 项已报送 典型案例 已达到 4 个 目标不少于 3 个',
      );
      expect(heard(inside(list, '.sentence summary')[0]!)).to.equal('查看原文 典型案例');
    });
  });

  describe('in print', () => {
    it('unfolds everything, and folds it again as it was', async () => {
      const list = await show(sampleSnapshot);
      summaries(list)[1]!.click();
      window.dispatchEvent(new Event('beforeprint'));
      expect(inside<HTMLDetailsElement>(list, 'details').every(({ open }) => open)).to.equal(true);
      window.dispatchEvent(new Event('afterprint'));
      expect(inside<HTMLDetailsElement>(list, 'details[open]')).to.have.length(1);
    });

    it('leaves nothing listening when it is gone', async () => {
      const list = await show(sampleSnapshot);
      list.remove();
      window.dispatchEvent(new Event('beforeprint'));
      expect(inside(list, 'details[open]')).to.have.length(0);
    });
  });

  describe('with odd documents', () => {
    const task = {
      title: '任务',
      actions: [
        { text: '办好3场活动。', targets: [{ quote: '3场', measure: '活动', comparator: 'exactly' as const, min: 3, max: 3, unit: '场' }] },
      ],
    };
    const plan = buildPlan({ title: '样例' }, [{ title: '第一部分', tasks: [task] }]);

    it('ends with headings whose parents run in a circle', async () => {
      const [first, second] = plan.headings;
      const list = await show({ ...plan, headings: [{ ...first!, parent: second!.id }, second] });
      expect(rows(list)).to.have.length(1);
    });

    it('shows the quote alone where the span points nowhere', async () => {
      const broken = structuredClone(plan);
      broken.tasks[0]!.actions[0]!.targets[0]!.span = [9000, 9002];
      const list = await show(broken);
      unfold();
      expect(inside(list, 'blockquote')[0]!.textContent).to.equal('3场');
    });

    it('shows dates and numbers that are none as they stand, without throwing', async () => {
      const odd = structuredClone(plan);
      odd.tasks[0]!.due = '年底';
      delete odd.tasks[0]!.actions[0]!.targets[0]!.min;
      delete odd.tasks[0]!.actions[0]!.targets[0]!.max;
      const list = await show(odd);
      expect(list.dataset.state).to.equal('ready');
      unfold();
      expect(inside(list, '.facts')[0]!.innerText).not.to.contain('undefined');
      expect(list.shadowRoot!.textContent).not.to.match(/undefined|NaN/);
    });

    it('treats markup in a document as text', async () => {
      const list = await show(buildPlan({ title: '<img src=x onerror=alert(1)>' }, [{ title: '<b>一</b>', tasks: [task] }]));
      expect(inside(list, 'img, h3 b')).to.have.length(0);
      expect(seen(list)).to.contain('<img src=x onerror=alert(1)>');
    });

    it('shows a document that is hostile in every field as text, and leads nowhere but to itself', async () => {
      const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
      const poison = (value: unknown): unknown => {
        if (typeof value === 'string')
          return /^(fp-plan|plan$|\d{4}-|must|deliver|atLeast|other|province)/.test(value) ? value : `javascript:${markup}`;
        if (Array.isArray(value)) return value.map(poison);
        if (typeof value !== 'object' || value === null) return value;
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, poison(one)]));
      };
      const { title } = document;
      const hostile = poison({
        ...plan,
        tasks: [{ ...plan.tasks[0]!, due: '2026-01-01', siteTypes: ['x'], partners: ['x'], assignees: ['x'], area: 'other' }],
      }) as typeof plan;
      for (const task of hostile.tasks)
        for (const action of task.actions) for (const target of action.targets) target.comparator = 'atLeast';
      const list = await show(hostile, { editable: '', query: 'img', reporter: markup });
      unfold();
      expect(list.dataset.state).to.equal('ready');
      expect(inside(list, 'img, script')).to.have.length(0);
      expect(seen(list)).to.contain('<img src=x onerror');
      expect(inside<HTMLAnchorElement>(list, 'a').map(({ protocol, pathname }) => [protocol, pathname])).to.deep.equal([
        [location.protocol, location.pathname],
      ]);
      expect(document.title).to.equal(title);
    });

    it('lives with all that is optional missing', async () => {
      const bare = {
        format: 'fp-plan/1',
        id: 'bare',
        kind: 'plan',
        title: '安排',
        issuer: { name: '' },
        headings: [],
        tasks: [{ id: '1', title: '办好会员之家', area: 'other', span: [0, 0], actions: [], assignees: [], siteTypes: [], partners: [] }],
        observances: [],
        source: { name: 'x', mediaType: 'text/plain', sha256: '0'.repeat(64), text: '' },
      };
      const list = await show(bare, { editable: '', sort: 'due', query: '会员' });
      unfold();
      expect(seen(list))
        .to.contain('办好会员之家')
        .and.not.match(/undefined|NaN|null/);
    });

    it('takes no harm from properties that are nothing or nonsense', async () => {
      const list = await show(plan);
      for (const value of [undefined, null, 7, {}, []]) {
        Object.assign(list, { query: value, status: value, sort: value, section: value, reporter: value });
        await list.updateComplete;
      }
      Object.assign(list, { query: undefined, status: undefined, sort: undefined, section: undefined });
      await list.updateComplete;
      expect(rows(list).filter((row) => row.getClientRects().length > 0)).to.have.length(1);
    });

    it('shows deeper headings below their own', async () => {
      const list = await show({
        ...plan,
        headings: [
          { id: 'a', level: 1, ordinal: '一', marker: '一、', title: '甲', span: [0, 1] },
          { id: 'b', level: 2, ordinal: '一', marker: '（一）', title: '乙', span: [0, 1], parent: 'a' },
          { id: 'c', level: 3, ordinal: '1', marker: '1.', title: '丙', span: [0, 1], parent: 'b' },
          { id: 'd', level: 3, ordinal: '2', marker: '2.', title: '丁', span: [0, 1], parent: 'b' },
        ],
        tasks: ['c', 'd'].map((heading) => ({ ...plan.tasks[0]!, id: heading, heading })),
      });
      expect(inside(list, 'h3, h4').map((heading) => heading.innerText)).to.deep.equal(['一、甲', '（一）乙']);
      expect(rows(list)).to.have.length(2);
    });
  });

  it('reads a plan and a snapshot from src alike', async () => {
    page.server.serve('/plan.json', samplePlan);
    page.server.serve('/snapshot.json', sampleSnapshot);
    const list = await mount<FpTaskList>('<fp-task-list src="/plan.json"></fp-task-list>');
    expect(seen(list)).to.contain('均未报送');
    list.src = '/snapshot.json';
    await list.updateComplete;
    await settled(list);
    expect(seen(list)).to.contain('9 项已报送');
    expect(page.log.warnings).to.deep.equal([]);
  });
});
