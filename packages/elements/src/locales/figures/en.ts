import { numeral } from './numeral.js';
import type { FigureWords } from './zh-CN.js';

export const figuresEn: FigureWords = {
  amount: numeral,
  rate: (value) => `${numeral(value)}%`,
  progress: 'Progress',
  underWay: 'Under way',
  ofTotal: (total) => `/ ${total}`,
  partOf: (part, total) => `${part} of ${total}`,
  range: (from, to) => `, goal ${from}–${to}`,
};
