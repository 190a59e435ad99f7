const numerals = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 });

function amount(value: number): string {
  // In 万 and 亿 only where two decimals say it all: 12.6 万, but 10,225.
  const [scale, suffix] =
    Math.abs(value) >= 1e8 && value % 1e6 === 0 ? [1e8, ' 亿'] : Math.abs(value) >= 1e4 && value % 100 === 0 ? [1e4, ' 万'] : [1, ''];
  return `${numerals.format(value / scale)}${suffix}`;
}

/** Words for figures: all that an element needs that shows a number and nothing else. */
export const figuresZhCN = {
  amount,
  ringOf: (value: string, max: string) => `${value} / ${max}`,
  ringAria: (label: string, words: string) => (label ? `${label}：${words}` : words),
};

export type FigureWords = typeof figuresZhCN;
