import type { FigureWords } from './zh-CN.js';

const numerals = new Intl.NumberFormat('en', { maximumFractionDigits: 4 });

export const figuresEn: FigureWords = {
  amount: (value) => numerals.format(value),
  ringOf: (value, max) => `${value} / ${max}`,
  ringAria: (label, words) => (label ? `${label}: ${words}` : words),
};
