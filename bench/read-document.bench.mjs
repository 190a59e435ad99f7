import { readFile } from 'node:fs/promises';
import { importDocument } from '@fp-kit/document';
import Recognizers from '@microsoft/recognizers-text-suite';
import { medianMs } from './measure.mjs';

/** Bytes to plan, on the sample document written out again and again until it is as long as a thick yearbook. */
export default async function readDocument() {
  const sample = await readFile(new URL('../examples/data/work-plan.txt', import.meta.url));
  const bytes = Buffer.concat(Array.from({ length: Math.ceil(500_000 / sample.length) }, () => sample));
  const text = sample.toString();
  const { ours, floor, peer } = await medianMs({
    ours: () => importDocument(bytes, { name: 'sample.txt' }),
    floor: () => {
      let lines = 0;
      for (const line of new TextDecoder().decode(bytes).split('\n'))
        if (/^[一二三四五六七八九十]+、|不少于|\d+(?:\.\d+)?%?/.test(line)) lines++;
      return lines;
    },
    // Numbers and dates are the part of the work that another library does; it reads one copy, which is all its speed allows.
    peer: () => [Recognizers.recognizeNumber(text, 'zh-cn'), Recognizers.recognizeDateTime(text, 'zh-cn')],
  });
  const speed = (ms, length = bytes.length) => length / 1e6 / (ms / 1000);
  const work = `read a document of ${(bytes.length / 1e6).toFixed(1)} MB`;
  return [
    {
      work,
      ours: `${speed(ours).toFixed(1)} MB/s`,
      beside: `regex per line ${speed(floor).toFixed(0)} MB/s`,
      ratio: speed(ours) / speed(floor),
      goal: '≥ 30 MB/s',
      met: speed(ours) >= 30,
    },
    {
      work,
      ours: `${speed(ours).toFixed(1)} MB/s`,
      beside: `Recognizers, numbers and dates ${speed(peer, sample.length).toFixed(3)} MB/s`,
      ratio: speed(ours) / speed(peer, sample.length),
      goal: '≥ 60× Recognizers',
      met: speed(ours) / speed(peer, sample.length) >= 60,
    },
  ];
}
