import { ledgerEntrySchema, summarizeProgress, type LedgerEntry } from '@fp-kit/sdk';
import { expect } from 'chai';
import './task-list.define.js';
import { heard, inside, mount, seen, settled, until } from '../../testing/page.js';
import { samplePlan, sampleSnapshot } from '../../testing/plans.js';
import { watchPage } from '../../testing/watch-page.js';
import { zhCN } from '../../locales/zh-CN.js';
import type { ProgressReport } from './editing.js';
import { readAmount } from './read-amount.js';
import type { FpTaskList } from './task-list.js';

type Answer = (report: ProgressReport, event: CustomEvent<ProgressReport>) => void;

/** A list that may be edited, the row of one task open, and every entry that it has sent. */
async function edit(plan: unknown, row: number, answer: Answer = () => undefined, attributes: Record<string, string> = {}) {
  const list = document.createElement('fp-task-list');
  list.editable = true;
  for (const [name, value] of Object.entries(attributes)) list.setAttribute(name, value);
  list.plan = plan;
  const sent: { type: string; entry: LedgerEntry }[] = [];
  for (const type of ['fp-task-toggle', 'fp-progress-report']) {
    list.addEventListener(type, (event) => {
      const { detail } = event as CustomEvent<ProgressReport>;
      sent.push({ type, entry: ledgerEntrySchema.parse(detail.entry) });
      answer(detail, event as CustomEvent<ProgressReport>);
    });
  }
  await mount(list);
  inside(list, '.task > details > summary')[row]!.click();
  const item = () => inside(list, '.task')[row]!;
  const find = (selector: string, place = 0) => item().querySelectorAll<HTMLElement>(selector)[place]!;
  return {
    list,
    sent,
    find,
    box: (place: number) => find('[type=checkbox]', place) as HTMLInputElement,
    press: (words: string) => [...item().querySelectorAll('button')].find((button) => button.textContent.trim() === words)!.click(),
    report: (amount: string, place = 0) => {
      const form = find('form.report', place);
      form.querySelector('input')!.value = amount;
      form.querySelector('button')!.click();
    },
    said: () => [...item().querySelectorAll('.recording [role=status]')].map(seen).filter(Boolean),
    sum: () => seen(inside(list, '.sum')[0]!),
    state: () => seen(find('summary .state')),
  };
}

/** A promise to be kept or broken later. */
function later() {
  let keep!: () => void;
  let fail!: () => void;
  const promise = new Promise<void>((resolve, reject) => {
    keep = resolve;
    fail = () => reject(new Error('offline'));
  });
  return { promise, keep, fail };
}

describe('fp-task-list, edited', () => {
  const page = watchPage();

  describe('may be', () => {
    const boxes = (list: FpTaskList) => {
      inside(list, '.task > details > summary')[0]!.click();
      return inside(list, '[type=checkbox], form.report').length;
    };
    const linked = { ...sampleSnapshot, links: { entries: 'entries' } };
    const cases: [name: string, data: unknown, attributes: string, may: boolean][] = [
      ['not without the attribute', linked, '', false],
      ['not where the snapshot links to no ledger', sampleSnapshot, 'editable', false],
      ['not where it is a plan alone', samplePlan, 'editable', false],
      ['where the snapshot links to its ledger', linked, 'editable', true],
    ];
    for (const [name, data, attributes, may] of cases) {
      it(`from src: ${name}`, async () => {
        page.server.serve('/plan.json', data);
        const list = await mount<FpTaskList>(`<fp-task-list src="/plan.json" ${attributes}></fp-task-list>`);
        expect(boxes(list) > 0).to.equal(may);
      });
    }

    it('always where the page gives the plan itself, whenever it says so', async () => {
      const list = document.createElement('fp-task-list');
      list.plan = samplePlan;
      await mount(list);
      expect(boxes(list)).to.equal(0);
      list.editable = true;
      await settled(list);
      expect(boxes(list)).to.be.above(0);
      list.editable = false;
      await settled(list);
      expect(boxes(list)).to.equal(0);
    });
  });

  it('ticks an action: the entry is one for the ledger, and what is shown is what the ledger would say', async () => {
    const { list, sent, box, sum, state, find } = await edit(samplePlan, 0, undefined, { reporter: '组织部', region: '430000' });
    box(0).click();
    box(1).click();
    await list.updateComplete;
    expect(sent.map(({ type }) => type)).to.deep.equal(['fp-task-toggle', 'fp-task-toggle']);
    const { entry } = sent[0]!;
    expect(entry).to.include({ planId: 'sample', taskId: '1.1', actionId: '1.1.1', status: 'done', reporter: '组织部', region: '430000' });
    expect(Math.abs(Date.parse(entry.recordedAt) - Date.now())).to.be.below(5000);
    expect(parseInt(entry.id.slice(0, 8) + entry.id.slice(9, 13), 16)).to.be.closeTo(Date.now(), 5000);
    expect(sum()).to.contain('2 项举措已完成 11 项举措中 2 项已报送');
    expect(state()).to.equal('已完成');
    expect(seen(find('summary .hint'))).to.equal('2 项举措，2 项已完成，2 项已报送');
    expect(box(0).checked).to.equal(true);
    const { total, tasks } = summarizeProgress(
      samplePlan,
      sent.map((one) => one.entry),
      { asOf: entry.asOf },
    );
    expect([total.done, total.reported, tasks['1.1']!.state]).to.deep.equal([2, 2, 'done']);
  });

  it('names the issuer as reporter where the page names nobody', async () => {
    const { sent, box } = await edit(samplePlan, 0);
    box(0).click();
    expect(sent[0]!.entry.reporter).to.equal('示例省计划生育协会');
    expect(sent[0]!.entry).not.to.have.property('region');
  });

  it('shows nothing of what the page refuses', async () => {
    const { list, box, report, sum, said } = await edit(samplePlan, 0, (_, event) => {
      event.preventDefault();
    });
    const before = sum();
    box(0).click();
    report('4');
    await list.updateComplete;
    expect(box(0).checked).to.equal(false);
    expect(sum()).to.equal(before);
    expect(said()).to.deep.equal([]);
    expect(inside(list, '.figures .reached')).to.have.length(0);
  });

  it('shows an entry at once, as pending until it is saved', async () => {
    const { promise, keep } = later();
    const { list, box, sum, said } = await edit(samplePlan, 0, ({ settle }) => settle(promise));
    box(0).click();
    await list.updateComplete;
    expect(said()).to.deep.equal(['正在保存…']);
    expect(sum()).to.contain('1 项举措已完成');
    box(0).click();
    expect(box(0).checked, 'not twice while it is under way').to.equal(true);
    keep();
    await until(() => said()[0] === '已记录');
  });

  it('keeps what could not be saved, tries the same entry again, and lets it go', async () => {
    const { list, sent, box, sum, said, press } = await edit(samplePlan, 0, ({ settle }) => settle(Promise.reject(new Error('offline'))));
    box(0).click();
    await until(() => said()[0] === '未能保存，已保留在本页');
    expect(box(0).checked).to.equal(true);
    expect(sum(), 'what did not arrive counts nowhere').to.contain('11 项举措均未报送');
    press('重试');
    await until(() => sent.length === 2 && said()[0] === '未能保存，已保留在本页');
    expect(sent[1]!.entry).to.deep.equal(sent[0]!.entry);
    press('撤销');
    await list.updateComplete;
    expect(sent, 'what never arrived needs no entry to take it back').to.have.length(2);
    expect([box(0).checked, said()]).to.deep.equal([false, []]);
    expect(sum()).to.contain('11 项举措均未报送');
    expect(list.shadowRoot!.activeElement).to.equal(box(0));
  });

  it('takes back by an entry that supersedes, and as far back as what was loaded', async () => {
    for (const way of ['button', 'box'] as const) {
      const { list, sent, box, sum, state, press, said } = await edit(sampleSnapshot, 3);
      const before = [sum(), state()];
      box(0).click();
      await list.updateComplete;
      expect(sum()).to.contain('4 项举措已完成');
      if (way === 'button') press('撤销');
      else box(0).click();
      await list.updateComplete;
      expect(sent[1]!.entry.supersedes).to.equal(sent[0]!.entry.id);
      expect(sent[1]!.entry).not.to.have.any.keys('status', 'value');
      expect([sum(), state()]).to.deep.equal(before);
      expect(said()).to.deep.equal([]);
      expect(box(0).checked).to.equal(false);
      list.remove();
    }
  });

  it('says where an entry could not be taken back, and that it stands', async () => {
    let isDown = false;
    const { list, box, said, press, sum } = await edit(samplePlan, 0, ({ settle }) => {
      if (isDown) settle(Promise.reject(new Error('offline')));
    });
    box(0).click();
    isDown = true;
    press('撤销');
    await until(() => said()[0] === '未能撤销，记录仍有效');
    expect(box(0).checked).to.equal(true);
    expect(sum()).to.contain('1 项举措已完成');
    press('不撤销');
    await list.updateComplete;
    expect(said()).to.deep.equal(['已记录']);
    press('撤销');
    await until(() => said()[0] === '未能撤销，记录仍有效');
    isDown = false;
    press('重试');
    await list.updateComplete;
    expect([box(0).checked, said()]).to.deep.equal([false, []]);
  });

  it('keeps the row open and what is not yet recorded when newer progress comes', async () => {
    const { promise, keep } = later();
    const answers = [promise, Promise.reject(new Error('offline')), undefined];
    const { list, box, said, sum, state } = await edit(sampleSnapshot, 3, ({ settle }) => {
      const answer = answers.shift();
      if (answer) settle(answer);
    });
    for (const place of [0, 1, 2]) box(place).click();
    await until(() => said().includes('未能保存，已保留在本页'));
    expect(sum()).to.contain('5 项举措已完成');
    list.plan = structuredClone(sampleSnapshot);
    await settled(list);
    expect(said()).to.deep.equal(['正在保存…', '未能保存，已保留在本页']);
    expect([0, 1, 2].map((place) => box(place).checked)).to.deep.equal([true, true, false]);
    expect(sum()).to.contain('4 项举措已完成');
    keep();
    await until(() => said()[0] === '已记录');
    expect(state()).to.equal('已逾期 20 天');
  });

  it('follows a tick from before by a newer report, instead of taking it back', async () => {
    const { list, sent, box, sum } = await edit(sampleSnapshot, 0);
    expect(box(0).checked).to.equal(true);
    box(0).click();
    await list.updateComplete;
    expect(sent[0]!.entry.status).to.equal('inProgress');
    expect(sent[0]!.entry).not.to.have.property('supersedes');
    expect(sum()).to.contain('2 项举措已完成');
  });

  it('takes amounts, and the action is done when its targets are met', async () => {
    const { list, sent, report, sum, find, state } = await edit(samplePlan, 0);
    report('2');
    await list.updateComplete;
    expect(sent[0]).to.have.nested.property('type', 'fp-progress-report');
    expect(sent[0]!.entry).to.include({ targetId: '1.1.1.t1', actionId: '1.1.1', value: 2 });
    expect(seen(find('.figures .reached'))).to.equal('已达到 2 个');
    expect(state()).to.equal('进行中');
    report('3');
    await list.updateComplete;
    expect(sent[1]!.entry).to.include({ value: 3, supersedes: sent[0]!.entry.id });
    expect(sum()).to.contain('1 项举措已完成 11 项举措中 1 项已报送');
    expect(find('form.report input')).to.have.property('value', '');
  });

  it('asks for an amount that is one', async () => {
    const { sent, report, find } = await edit(samplePlan, 0);
    report('三个');
    expect(sent).to.deep.equal([]);
    const field = find('form.report input') as HTMLInputElement;
    expect(seen(find('.why'))).to.equal('请填数字，例如 12、3.5 或 286万');
    expect([field.getAttribute('aria-invalid'), field.getAttribute('aria-describedby'), field.value]).to.deep.equal([
      'true',
      find('.why').id,
      '三个',
    ]);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    expect(seen(find('.why'))).to.equal('');
    report('4');
    expect(sent).to.have.length(1);
    expect(field.hasAttribute('aria-invalid')).to.equal(false);
  });

  it('falls back to the amount before one that could not be saved', async () => {
    let isDown = false;
    const { list, sent, report, find, said, press } = await edit(samplePlan, 0, ({ settle }) => {
      if (isDown) settle(Promise.reject(new Error('offline')));
    });
    report('2');
    await list.updateComplete;
    expect(said()).to.deep.equal(['2 个 已记录']);
    isDown = true;
    report('3');
    await until(() => said()[0] === '3 个 未能保存，已保留在本页');
    expect(seen(find('.figures .reached'))).to.equal('已达到 2 个');
    expect(sent[1]!.entry.supersedes).to.equal(sent[0]!.entry.id);
    report('4');
    await until(() => said()[0] === '4 个 未能保存，已保留在本页');
    expect(sent[2]!.entry.supersedes, 'never one that did not arrive').to.equal(sent[0]!.entry.id);
    press('撤销');
    await list.updateComplete;
    expect(said()).to.deep.equal(['2 个 已记录']);
  });

  it('says what is overdue by the day of who edits, also where nobody has reported yet', async () => {
    const plan = structuredClone(samplePlan);
    const [first, , third] = plan.tasks;
    first!.actions[0]!.due = '2020-01-31';
    third!.due = '2020-01-31';
    for (const action of plan.tasks.slice(2).flatMap(({ actions }) => actions)) delete action.due;
    const { list, box, sum, state, press } = await edit(plan, 0);
    expect(inside(list, 'summary .state').map((one) => seen(one).split(' ')[0])).to.deep.equal([
      '已逾期',
      '未报送',
      '已逾期',
      '未报送',
      '未报送',
    ]);
    expect(sum()).to.equal(`11 项举措均未报送 截至${new Date().getFullYear()}年${new Date().getMonth() + 1}月${new Date().getDate()}日`);
    box(0).click();
    await list.updateComplete;
    expect(state()).to.equal('进行中');
    press('撤销');
    await list.updateComplete;
    expect(state()).to.match(/^已逾期/);
  });

  it('says that an amount is over its ceiling, as the ledger will', async () => {
    const plan = structuredClone(samplePlan);
    const [target] = plan.tasks[0]!.actions[0]!.targets;
    Object.assign(target!, { comparator: 'atMost', max: 3 });
    const { list, report, find, state, press } = await edit(plan, 0);
    report('4');
    await list.updateComplete;
    expect([state(), seen(find('.target .state'))]).to.deep.equal(['超过上限 1 个', '超过上限 1 个']);
    press('撤销');
    await list.updateComplete;
    expect([state(), seen(find('.target .state'))]).to.deep.equal(['未报送', '未报送']);
  });

  it('agrees with the ledger about what was due', async () => {
    const plan = structuredClone(samplePlan);
    for (const task of plan.tasks) task.due = '2020-06-30';
    const { list, sent, box, report } = await edit(plan, 0);
    report('2');
    box(1).click();
    box(1).click();
    box(1).click();
    await list.updateComplete;
    const asOf = sent[0]!.entry.asOf;
    const { tasks, total } = summarizeProgress(
      plan,
      sent.map(({ entry }) => entry),
      { asOf },
    );
    expect([tasks['1.1']!.state, total.overdue, total.reported, total.done]).to.deep.equal(['overdue', 10, 2, 1]);
    expect(seen(inside(list, 'summary .state')[0]!)).to.match(/^已逾期/);
    expect(seen(inside(list, '.sum')[0]!)).to.contain('1 项举措已完成 11 项举措中 2 项已报送');
  });

  it('leaves a sum alone of which a region reports a part', async () => {
    const { list, report, find, said } = await edit(sampleSnapshot, 3, undefined, { region: '430100' });
    report('1');
    await list.updateComplete;
    expect(seen(find('.figures .reached'))).to.equal('已达到 2 个');
    expect(said()).to.deep.equal(['1 个 已记录']);
  });

  it('reads amounts as clerks write them, and says why one is none', () => {
    const cases: [text: string, unit: string | undefined, amount: number | string][] = [
      ['12', '个', 12],
      ['3.5', '%', 3.5],
      ['3.5', undefined, 3.5],
      ['3.5', '万元', 3.5],
      ['286万', '人次', 2_860_000],
      ['286.55万', '人次', 2_865_500],
      ['1.1亿', '元', 110_000_000],
      ['２８６ 万', '人', 2_860_000],
      ['2,860,000', '人次', 2_860_000],
      ['12 处', '处', 12],
      ['95％', '%', 95],
      ['0', '个', 0],
      ['', '个', '请填数字，例如 12、3.5 或 286万'],
      ['-3', '个', '请填数字，例如 12、3.5 或 286万'],
      ['3个', '处', '请填数字，例如 12、3.5 或 286万'],
      ['1e9', '个', '请填数字，例如 12、3.5 或 286万'],
      ['Infinity', '个', '请填数字，例如 12、3.5 或 286万'],
      ['12.5 处', '处', '请填整数：单位是“处”'],
      ['0.5', '人次', '请填整数：单位是“人次”'],
      ['100000000000000000000', '个', '数字过大，最多 10,000 亿'],
      ['9500', '%', '数字过大，最多 1,000'],
    ];
    for (const [text, unit, amount] of cases) expect(readAmount(text, unit, zhCN), `${text} ${String(unit)}`).to.equal(amount);
  });

  it('keeps an amount beside its unit, and the button off the field, wherever the line ends', async () => {
    const { list, find } = await edit(samplePlan, 0);
    for (const theme of ['light', 'elder']) {
      for (const width of [640, 390, 320, 250]) {
        list.setAttribute('theme', theme);
        list.style.inlineSize = `${width}px`;
        const [field, unit, button] = ['input', '.unit', 'button'].map((name) => find(`form.report ${name}`).getBoundingClientRect()) as [
          DOMRect,
          DOMRect,
          DOMRect,
        ];
        expect(unit.top, `${theme} ${width}`).to.be.within(field.top, field.bottom);
        expect(button.top >= field.bottom + 4 || button.left >= unit.right + 4, `${theme} ${width}`).to.equal(true);
      }
    }
  });

  it('names each box by its action, and each field by its measure', async () => {
    const { box, find } = await edit(samplePlan, 0);
    expect(heard(box(0))).to.equal('总结各地经验做法，发现典型案例不少于3个，参加经验交流。');
    expect(heard(find('form.report input'))).to.contain('填报 典型案例');
  });
});
