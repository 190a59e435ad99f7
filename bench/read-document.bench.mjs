import { readFile, readdir } from 'node:fs/promises';
import { importDocument } from '@fp-kit/document';
import Recognizers from '@microsoft/recognizers-text-suite';
import { compare, measure } from './compare.mjs';

const recognizers = 'Recognizers, numbers and dates';

/**
 * Bytes to plan, on documents written out again and again until they are as long as a thick yearbook. The sample holds a target in every
 * other sentence, and its plan three times the bytes of its text: reading back that plan is the floor. Real plans of provinces hold one
 * target in a kilobyte; they are read where the folder of them stands beside the project.
 */
export default async function readDocument() {
  const sample = await readFile(new URL('../examples/data/work-plan.txt', import.meta.url));
  const dense = await compareWith('the sample, dense with targets', [sample]);
  const real = await documentsIn(new URL('../../shared/seeds/', import.meta.url));
  return real.length === 0 ? dense : [...dense, ...(await compareWith('plans of provinces', real))];
}

async function documentsIn(folder) {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.filter((name) => name.endsWith('.txt')).map((name) => readFile(new URL(name, folder))));
}

async function compareWith(what, documents) {
  const longs = documents.map((document) => Buffer.concat(Array.from({ length: Math.ceil(500_000 / document.length) }, () => document)));
  const plans = await Promise.all(longs.map(async (bytes) => JSON.stringify((await importDocument(bytes, { name: 'sample.txt' })).plan)));
  const text = documents[0].toString();
  const { peer, ...whole } = await measure({
    ours: async () => {
      for (const bytes of longs) await importDocument(bytes, { name: 'sample.txt' });
    },
    'JSON.parse of the plan': () => {
      for (const plan of plans) JSON.parse(plan);
    },
    'regex per line': () => {
      let lines = 0;
      for (const bytes of longs)
        for (const line of new TextDecoder().decode(bytes).split('\n'))
          if (/^[一二三四五六七八九十]+、|不少于|\d+(?:\.\d+)?%?/.test(line)) lines++;
      return [lines];
    },
    // Numbers and dates are the part of the work that another library does; it reads one copy, which is all its speed allows.
    peer: () => [Recognizers.recognizeNumber(text, 'zh-cn'), Recognizers.recognizeDateTime(text, 'zh-cn')],
  });
  const perMegabyte = (costs, length) => costs.map((ms) => ms / (length / 1e6));
  const length = longs.reduce((sum, bytes) => sum + bytes.length, 0);
  const costs = Object.fromEntries(Object.entries(whole).map(([name, times]) => [name, perMegabyte(times, length)]));
  // 30 MB/s or more, and 60 times as fast as Recognizers.
  return compare(
    `read ${what}, ${(length / 1e6).toFixed(1)} MB`,
    'ms/MB',
    { ...costs, [recognizers]: perMegabyte(peer, documents[0].length) },
    { ours: 1000 / 30, [recognizers]: 1 / 60 },
  );
}
