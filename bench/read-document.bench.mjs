import { readFile } from 'node:fs/promises';
import { importDocument } from '@fp-kit/document';
import Recognizers from '@microsoft/recognizers-text-suite';
import { compare, measure } from './compare.mjs';

/** Bytes to plan, on the sample document written out again and again until it is as long as a thick yearbook. */
export default async function readDocument() {
  const sample = await readFile(new URL('../examples/data/work-plan.txt', import.meta.url));
  const bytes = Buffer.concat(Array.from({ length: Math.ceil(500_000 / sample.length) }, () => sample));
  const text = sample.toString();
  const { peer, ...whole } = await measure({
    ours: () => importDocument(bytes, { name: 'sample.txt' }),
    'regex per line': () => {
      let lines = 0;
      for (const line of new TextDecoder().decode(bytes).split('\n'))
        if (/^[一二三四五六七八九十]+、|不少于|\d+(?:\.\d+)?%?/.test(line)) lines++;
      return [lines];
    },
    // Numbers and dates are the part of the work that another library does; it reads one copy, which is all its speed allows.
    peer: () => [Recognizers.recognizeNumber(text, 'zh-cn'), Recognizers.recognizeDateTime(text, 'zh-cn')],
  });
  const perMegabyte = (costs, length) => costs.map((ms) => ms / (length / 1e6));
  const costs = Object.fromEntries(Object.entries(whole).map(([name, times]) => [name, perMegabyte(times, bytes.length)]));
  const recognizers = 'Recognizers, numbers and dates';
  // 30 MB/s or more, and 60 times as fast as Recognizers.
  return compare(
    `read a document of ${(bytes.length / 1e6).toFixed(1)} MB`,
    'ms/MB',
    { ...costs, [recognizers]: perMegabyte(peer, sample.length) },
    { ours: 1000 / 30, [recognizers]: 1 / 60 },
  );
}
