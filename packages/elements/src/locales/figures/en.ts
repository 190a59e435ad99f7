import type { FigureWords } from './zh-CN.js';

const numerals = new Intl.NumberFormat('en', { maximumFractionDigits: 4 });

const amount = (value: number) => numerals.format(value);

export const figuresEn: FigureWords = {
  amount,
  rate: (value) => `${amount(value)}%`,
  progress: 'Progress',
  underWay: 'Under way',
  ofTotal: (total) => `/ ${total}`,
  partOf: (part, total) => `${part} of ${total}`,
  range: (from, to) => `, goal ${from}–${to}`,
};
