import type { Plan, Task } from '@fp-kit/sdk';
import { expect } from 'chai';
import './task-list.define.js';
import { inside, mount, seen, unfold, until } from '../../testing/page.js';
import { samplePlan } from '../../testing/plans.js';
import { watchPage } from '../../testing/watch-page.js';

function buildLong(count: number): Plan {
  const span: [number, number] = [0, 1];
  const headings = Array.from({ length: Math.ceil(count / 40) }, (_, index) => ({
    id: `h${String(index)}`,
    level: 1,
    ordinal: '一',
    marker: '一、',
    title: `第${String(index)}部分`,
    span,
  }));
  const tasks = Array.from({ length: count }, (_, index): Task => {
    const id = String(index);
    return {
      id,
      heading: `h${String(Math.floor(index / 40))}`,
      title: `第${id}项`,
      area: index % 10 === 0 ? 'rights' : 'safety',
      span,
      actions: [{ id: `${id}.1`, text: `办好第${id}场活动`, span, mode: 'deliver', targets: [], results: [] }],
      assignees: [],
      siteTypes: [],
      partners: [],
    };
  });
  return { ...samplePlan, headings, tasks };
}

/** Scrolls as a reader does, on and on, until the row is drawn: what comes near on the way turns out taller or lower than was thought. */
const scrollTo = (row: Element, isThere: (row: Element) => boolean) =>
  until(() => {
    row.closest('.block')!.scrollIntoView();
    return isThere(row);
  });

describe('fp-task-list, long', () => {
  watchPage();

  async function show(count: number) {
    const list = document.createElement('fp-task-list');
    list.plan = buildLong(count);
    await mount(list);
    const rows = inside(list, '.task');
    const isWhole = (row: Element) => row.querySelector('summary') !== null;
    return { list, rows, isWhole, whole: () => rows.filter(isWhole).length };
  }

  it('has all of ten thousand titles in the page, and draws the rows near the screen', async () => {
    const { rows, whole } = await show(10_000);
    expect(rows).to.have.length(10_000);
    expect(rows[9_999]!.textContent).to.equal('第9999项');
    window.scrollTo(0, 400);
    await until(() => whole() >= 25);
    expect(whole()).to.be.below(400);
    window.scrollTo(0, 0);
  });

  it('draws a screen of rows at once, and the others near it when there is time', async () => {
    const { list, rows, isWhole, whole } = await show(10_000);
    expect(whole()).to.be.within(10, 30);
    window.scrollTo(0, 400);
    await until(() => whole() >= 50);
    list.area = 'rights';
    await until(() => getComputedStyle(inside(list, '.task')[1]!).display === 'none');
    const filtered = whole();
    list.area = '';
    await list.updateComplete;
    expect(whole() - filtered).to.be.below(60);
    await scrollTo(rows[100]!, isWhole);
    window.scrollTo(0, 0);
  });

  it('draws rows as they come near, wherever that is', async () => {
    const { rows, isWhole } = await show(2000);
    expect(isWhole(rows[1500]!)).to.equal(false);
    await scrollTo(rows[1500]!, (row) => isWhole(row) && seen(row) !== '');
    expect(seen(rows[1500]!)).to.equal('第1500项 未报送 1 项举措');
    window.scrollTo(0, 0);
  });

  it('filters them all, drawing none that is far', async () => {
    const { list, rows, whole } = await show(10_000);
    const isShown = (row: HTMLElement) => getComputedStyle(row).display !== 'none' && !row.closest<HTMLElement>('section')!.hidden;
    list.area = 'rights';
    await list.updateComplete;
    expect(rows.filter(isShown)).to.have.length(1000);
    list.query = '第999';
    await list.updateComplete;
    expect(rows.filter(isShown).map((row) => row.textContent.match(/第\d+项/)![0])).to.deep.equal(['第9990项']);
    expect(
      inside(list, 'h3')
        .filter((heading) => !heading.hidden)
        .map((heading) => heading.textContent),
    ).to.deep.equal(['一、第249部分']);
    list.query = '';
    list.area = '';
    await list.updateComplete;
    expect(rows.filter(isShown)).to.have.length(10_000);
    expect(whole()).to.be.below(1000);
  });

  it('draws and opens everything for paper', async () => {
    const { list, whole } = await show(300);
    unfold();
    expect(whole()).to.equal(300);
    expect(inside(list, '.task > details[open] .action')).to.have.length(300);
    window.dispatchEvent(new Event('afterprint'));
    expect(inside(list, '.task > details[open]')).to.have.length(0);
  });

  it('opens a far row that the page’s address names', async () => {
    const before = location.href;
    history.replaceState(null, '', '#task=1900');
    const { rows } = await show(2000);
    await until(() => rows[1900]!.querySelector('details')?.open === true);
    expect(rows[1900]!.getBoundingClientRect().top).to.be.within(-200, window.innerHeight);
    history.replaceState(null, '', before);
    window.scrollTo(0, 0);
  });

  it('goes on drawing after it was moved, and stops when it is gone', async () => {
    const { list, rows, isWhole } = await show(2000);
    const box = document.createElement('div');
    document.body.append(box);
    box.append(list);
    await scrollTo(rows[1000]!, isWhole);
    list.remove();
    expect(isWhole(rows[1999]!)).to.equal(false);
    window.scrollTo(0, 0);
  });
});
