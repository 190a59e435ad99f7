import { Session } from 'node:inspector/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** Pieces that make a careless scanner look ahead, back, or again: openings never closed, cues without amounts, amounts without an end. */
const pieces = [
  ...[
    '3个',
    '(',
    '“',
    '《',
    '一、',
    '每',
    '每个',
    '至少',
    '不超过',
    '年',
    '6月',
    '一是',
    '。',
    '\n',
    ':',
    '、',
    '和',
    '是',
    '第',
    '十',
    '3-',
    '3',
    '|',
  ],
  ...['一、甲\n', '（一）乙。', '1.丙\n', '一、二、', '附件:1.\n', '目录\n', '某协会\n', '2026年2月27日\n', '关于印发《', '| 甲 '],
  ...[
    '不少于3个、',
    '1,234,',
    '2026年',
    '分别达到1%、',
    '1个,每',
    '每个甲至少',
    '人均',
    '力争',
    '要,',
    '年底前3个,',
    '开展1次,举办',
    '以甲,打造乙,',
    '5.29',
    '13900001111',
    '暖心家园',
  ],
  ...[
    '。一是甲',
    '1、甲。2、',
    '第一，',
    '①',
    '专栏1\n1.甲\n',
    '……3\n',
    '九成',
    '半数',
    '三分之',
    '翻',
    '20户(3户、',
    '至6月',
    '3-5月',
    '不少于3个，不超过5个，',
    '建成1个，',
    '1%以上、1%、',
  ],
  ...['(责任单位:甲局', '联合甲局、', '(xiāng)', 'A ', '甲乙丙丁', '甲乙丙丁,'],
];

// Work is counted, not timed: how often each block of the importer's code runs, as the engine counts it for coverage, and how far the
// engine's own searches and patterns look. That no pattern looks at a text more than once is held by lint (regexp/no-super-linear-*).
const session = new Session();

beforeAll(async () => {
  session.connect();
  await session.post('Profiler.enable');
  // Blocks are counted in functions compiled from here on, so the importer is loaded below.
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
});

afterAll(() => session.disconnect());

async function workOn(text: string): Promise<number> {
  const { importDocument } = await import('./import.js');
  const bytes = new TextEncoder().encode(text);
  await session.post('Profiler.takePreciseCoverage');
  const looked = watchSearches();
  await importDocument(bytes, { name: 'growth.txt' });
  const searched = looked();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const own = result.filter(({ url }) => url.includes('/document/src/') && !url.includes('.test.'));
  const runs = own.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)));
  return runs.reduce((sum, count) => sum + count, searched);
}

/** Counts the characters and items that searches look at, until what it returns is called. */
function watchSearches(): () => number {
  let looked = 0;
  const undo: (() => unknown)[] = [String.prototype, Array.prototype].flatMap((prototype) =>
    (['indexOf', 'lastIndexOf', 'includes'] as const).map((method) => {
      const own = Object.getOwnPropertyDescriptor(prototype, method)!;
      const search = own.value as (this: ArrayLike<unknown>, ...args: unknown[]) => number | boolean;
      const watched = function (this: ArrayLike<unknown>, ...args: unknown[]) {
        const found = search.apply(this, args);
        const from = typeof args[1] === 'number' ? args[1] : method === 'lastIndexOf' ? this.length : 0;
        if (method === 'includes' || found === -1) looked += method === 'lastIndexOf' ? from : Math.max(0, this.length - from);
        else looked += Math.abs(Number(found) - from);
        return found;
      };
      Object.defineProperty(prototype, method, { ...own, value: watched });
      return () => Object.defineProperty(prototype, method, own);
    }),
  );
  // Whatever tries a pattern, a split or a replacement as well, does it by this method.
  const exec = Object.getOwnPropertyDescriptor(RegExp.prototype, 'exec')!;
  const tryAt = exec.value as (this: RegExp, text: string) => RegExpExecArray | null;
  const watchedExec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = tryAt.call(this, text);
    const isTriedOnce = this.sticky || (this.source.startsWith('^') && !this.multiline);
    if (found) looked += found.index + found[0].length - from;
    else looked += isTriedOnce ? 1 : text.length - from;
    return found;
  };
  Object.defineProperty(RegExp.prototype, 'exec', { ...exec, value: watchedExec });
  undo.push(() => Object.defineProperty(RegExp.prototype, 'exec', exec));
  return () => {
    for (const restore of undo) restore();
    return looked;
  };
}

// Eight times the text is eight times the work, and half as much again where a look ahead of 3000 characters is cut short in the shorter
// text; a scanner that reads the rest again for every piece would do 64 times as much.
it.each(pieces)('reads %j, over and over, in linear time', { timeout: 60_000 }, async (piece) => {
  const times = Math.ceil(8000 / piece.length);
  const once = await workOn(`${piece.repeat(times)}甲`);
  expect((await workOn(`${piece.repeat(times * 8)}甲`)) / once).toBeLessThan(12);
});
