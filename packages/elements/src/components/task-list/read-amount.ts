import { isDivisible } from '@fp-kit/sdk/progress/rules';
import type { Messages } from '../../locales/zh-CN.js';

/** Beyond a trillion, or ten times the whole, a figure is a slip of the finger. */
const most = 1e12;
const mostRate = 1000;

/**
 * An amount as clerks type it, in the unit of its target, which may stand behind it: `286万`, `2,860,000`, `12 处`. What is no amount of that
 * unit is the reason, in words.
 */
export function readAmount(text: string, unit: string | undefined, words: Messages): number | string {
  const name = (unit ?? '').normalize('NFKC');
  const bare = text.normalize('NFKC').replace(/[\s,]/g, '');
  const said = name && bare.endsWith(name) ? bare.slice(0, -name.length) : bare;
  const [, figure, scale] = /^(\d+(?:\.\d+)?)([万亿]?)$/.exec(said) ?? [];
  if (figure === undefined) return words.notAnAmount;
  const times = scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1;
  const amount = Math.round(Number(figure) * times * 1e6) / 1e6;
  const ceiling = /[%‰]/.test(name) ? mostRate : most;
  if (amount > ceiling) return words.tooMuch(words.amount(ceiling));
  return Number.isInteger(amount) || isDivisible(name) ? amount : words.notWhole(unit!);
}
