import { expect, it } from 'vitest';
import { importDocument } from './import.js';

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
  ],
  ...['(责任单位:甲局', '联合甲局、', '(xiāng)', 'A ', '甲乙丙丁', '甲乙丙丁,'],
];

async function fastestMs(text: string): Promise<number> {
  const bytes = new TextEncoder().encode(text);
  let fastest = Infinity;
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    await importDocument(bytes, { name: 'growth.txt' });
    fastest = Math.min(fastest, performance.now() - started);
  }
  return fastest;
}

// Eight times the text takes eight times as long; a scanner that reads the rest again for every piece would take 64 times.
it.each(pieces)('reads %j, over and over, in linear time', { timeout: 60_000 }, async (piece) => {
  const times = Math.ceil(30_000 / piece.length);
  let ratio = Infinity;
  // A busy machine can slow one measurement threefold, but not all of them.
  for (let tries = 0; tries < 4 && ratio >= 24; tries++) {
    const once = await fastestMs(`${piece.repeat(times)}甲`);
    ratio = (await fastestMs(`${piece.repeat(times * 8)}甲`)) / once;
  }
  expect(ratio).toBeLessThan(24);
});
