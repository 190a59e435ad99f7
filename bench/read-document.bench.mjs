import { readFile } from 'node:fs/promises';
import { importDocument } from '@fp-kit/document';
import { medianMs } from './measure.mjs';

/** Bytes to plan, on the sample document written out again and again until it is as long as a thick yearbook. */
export default async function readDocument() {
  const sample = await readFile(new URL('../examples/data/work-plan.txt', import.meta.url));
  const bytes = Buffer.concat(Array.from({ length: Math.ceil(500_000 / sample.length) }, () => sample));
  const { ours, floor } = await medianMs({
    ours: () => importDocument(bytes, { name: 'sample.txt' }),
    floor: () => {
      let lines = 0;
      for (const line of new TextDecoder().decode(bytes).split('\n'))
        if (/^[一二三四五六七八九十]+、|不少于|\d+(?:\.\d+)?%?/.test(line)) lines++;
      return lines;
    },
  });
  const speed = (ms) => bytes.length / 1e6 / (ms / 1000);
  return [
    {
      work: `read a document of ${(bytes.length / 1e6).toFixed(1)} MB`,
      ours: `${speed(ours).toFixed(1)} MB/s`,
      beside: `regex per line ${speed(floor).toFixed(0)} MB/s`,
      ratio: speed(ours) / speed(floor),
      goal: '≥ 30 MB/s',
      met: speed(ours) >= 30,
    },
  ];
}
