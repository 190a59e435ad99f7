import { numeral } from './numeral.js';

function amount(value: number): string {
  // In 万 and 亿 only where two decimals say it all: 12.6 万, but 10,225.
  const [scale, suffix] =
    Math.abs(value) >= 1e8 && value % 1e6 === 0 ? [1e8, ' 亿'] : Math.abs(value) >= 1e4 && value % 100 === 0 ? [1e4, ' 万'] : [1, ''];
  return `${numeral(value / scale)}${suffix}`;
}

/** Words for figures: all that an element needs that shows a number and nothing else. */
export const figuresZhCN = {
  amount,
  rate: (value: number) => `${amount(value)}%`,
  progress: '进展',
  underWay: '正在进行',
  ofTotal: (total: string) => `/ ${total}`,
  partOf: (part: string, total: string) => `${part}，共 ${total}`,
  range: (from: string, to: string) => `，目标 ${from}–${to}`,
};

export type FigureWords = typeof figuresZhCN;
