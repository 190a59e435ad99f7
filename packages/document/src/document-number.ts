import type { DocumentNumber } from '@fp-kit/sdk';

const openings = '[(„“〈<【‟';
const closings = '])‟”〉>】';

/** `豫计生协[2026]2号` of folded text, with whatever brackets stand around the year. */
export function readDocumentNumber(text: string): DocumentNumber | undefined {
  const signer = text.indexOf('签发人:');
  const body = (signer > 0 ? text.slice(0, signer) : text).replace(/^(?:(?:发文字号|文号|文件编号):|[^,。:0-9]{4,30}文件(?=.))/, '');
  if (body.length > 40 || !body.endsWith('号')) return undefined;
  for (let open = 1; open < body.length - 6; open++) {
    if (!openings.includes(body[open]!) || !closings.includes(body[open + 5]!)) continue;
    const prefix = body.slice(0, open);
    const year = body.slice(open + 1, open + 5);
    const serial = body.slice(open + 6, -1).replace(/^第/, '');
    if (!/^[0-9]{4}$/.test(year) || !/^[0-9]{1,5}$/.test(serial) || /[0-9,。、]/.test(prefix)) return undefined;
    return { text: `${prefix}〔${year}〕${Number(serial)}号`, prefix, year: Number(year), serial: Number(serial) };
  }
  return undefined;
}
