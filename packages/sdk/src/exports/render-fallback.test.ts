import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../../testing/made-plan.js';
import { sampleEntry, samplePlan, sampleSnapshot } from '../../testing/sample.js';
import { isFpError } from '../errors.js';
import type { Plan } from '../model/plan.js';
import type { Snapshot } from '../model/progress.js';
import { summarizeProgress } from '../progress/summarize.js';
import { renderFallback } from './render-fallback.js';

/** Tags in the order in which they stand, and the text between them. */
function read(html: string): { tags: string[]; text: string } {
  return { tags: [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag), text: html.replace(/<[^>]*>/g, '') };
}

/** Every element closed in the order it was opened; `<br>` stands alone. */
function isWellNested(tags: readonly string[]): boolean {
  const open: string[] = [];
  for (const tag of tags) {
    const name = /^<\/?([a-z0-9]+)/.exec(tag)?.[1];
    if (name === undefined) return false;
    if (name === 'br') continue;
    if (!tag.startsWith('</')) open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

describe('a plan', () => {
  it('is headings, lists and the words of the document, without class, style, id or script', () => {
    const { tags, text } = read(renderFallback(samplePlan()));
    expect(isWellNested(tags)).toBe(true);
    expect(new Set(tags.map((tag) => tag.replace('/', '')))).toEqual(new Set(['<h3>', '<ul>', '<li>', '<b>', '<br>']));
    expect(text).toContain('一、家庭健康');
    expect(text).toContain('（一）建设阵地');
    expect(text).toContain('年内建成暖心家园3-5个。');
    expect(text).toContain('目标每个市州不少于1个');
  });

  it('starts at the level of heading that the page asks for', () => {
    expect(renderFallback(samplePlan(), { headingLevel: 2 })).toContain('<h2>一、家庭健康</h2>');
  });

  it('links to the original by its number, or its name', () => {
    expect(renderFallback(samplePlan(), { original: '要点 2026.pdf?a=1&b="2"' })).toContain(
      '<a href="要点 2026.pdf?a=1&amp;b=&quot;2&quot;">原文 ',
    );
  });

  it.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:1', 'data:text/html,x', 'vbscript:x'])(
    'refuses %j as an address',
    (original) => {
      expect(() => renderFallback(samplePlan(), { original, lang: 'en' })).toThrow(/relative or an http\(s\) address/);
      expect(() => renderFallback(samplePlan(), { original })).toThrow(
        expect.toSatisfy((error) => isFpError(error) && error.code === 'unsafe-address'),
      );
    },
  );

  it.each(['https://example.org/a', 'HTTP://example.org', '/a:b', 'a/b?c=javascript:1', '#x', ''])('takes %j', (original) => {
    expect(renderFallback(samplePlan(), { original })).toContain('<a href=');
  });
});

describe('a snapshot', () => {
  it('says how far the plan has come, and how much was reported, in words and as progress', () => {
    const html = renderFallback(reported());
    expect(html).toContain('4项举措，1项已完成 <progress value="1" max="4">1/4</progress>');
    expect(html).toContain('4项举措中1项已报送，截至2026年7月1日');
    expect(html).toContain('已达到4个，目标3–5个');
    expect(html).toContain('<small>未报送</small>');
    expect(isWellNested(read(html).tags)).toBe(true);
  });

  it('speaks English around the words of the document', () => {
    const { text } = read(renderFallback(reported(), { lang: 'en' }));
    expect(text).toContain('1 of 4 actions reported, as of 1 Jul 2026');
    expect(text).toContain('at least 1 个 in each city');
    expect(text).not.toMatch(/项举措|已报送|截至|目标|责任单位/);
  });
});

it('shows what a report states', () => {
  const report = makePlan({ kind: 'report', tasks: [{ title: '成效', results: [{ measure: '暖心家园', value: 13, unit: '个' }] }] });
  expect(renderFallback(report)).toContain('<li>暖心家园 报告所述13个</li>');
});

it('lets no text become markup, whatever stands in any field', () => {
  const shape = read(renderFallback(everywhere('x'), { original: 'x' })).tags.map((tag) => tag.replace(/href=".*"/, 'href'));
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'img', ' ', 'onerror=', 'x', ']]>', '<!--') }), (text) => {
      const { tags } = read(renderFallback(everywhere(`x${text}`), { original: `x${text}` }));
      expect(tags.map((tag) => tag.replace(/href=".*"/, 'href'))).toEqual(shape);
    }),
  );
});

/** The sample with one target reported, and so one action done. */
function reported(): Snapshot {
  const plan = samplePlan();
  const [target] = plan.tasks[0]!.actions[0]!.targets;
  const entry = sampleEntry(1, { taskId: plan.tasks[0]!.id, actionId: plan.tasks[0]!.actions[0]!.id, targetId: target!.id, value: 4 });
  return { ...sampleSnapshot(), plan, progress: summarizeProgress(plan, [entry], { asOf: '2026-07-01' }) };
}

/** A plan with the same text in every field that is shown. */
function everywhere(text: string): Plan {
  const plan = samplePlan();
  for (const heading of plan.headings) Object.assign(heading, { marker: text, title: text });
  for (const task of plan.tasks) {
    Object.assign(task, { title: text, assignees: [text], partners: [text], due: '2026-06-30' });
    for (const action of task.actions) {
      action.text = text;
      for (const target of action.targets) Object.assign(target, { measure: text, unit: text, scope: { each: text } });
    }
  }
  plan.source.name = text;
  delete plan.documentNumber;
  return plan;
}
