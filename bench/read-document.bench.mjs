import { readFile, readdir } from 'node:fs/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { importDocument } from '@fp-kit/document';
import Recognizers from '@microsoft/recognizers-text-suite';
import { compare, measure } from './compare.mjs';

const recognizers = 'Recognizers, numbers and dates';

/**
 * Bytes to plan. Real plans of provinces, where the folder of them stands beside the project: each as it is, as one comes to be read, and
 * written out again and again to the length of a yearbook. The sample holds a target in every other sentence, where a real plan has one in
 * a kilobyte, and its plan is three times its text: reading back that plan is the floor.
 */
export default async function readDocument() {
  const sample = [await readFile(new URL('../examples/data/work-plan.txt', import.meta.url))];
  const real = await documentsIn(new URL('../../shared/seeds/', import.meta.url));
  const dense = await compareWith('the sample, dense with targets', sample);
  if (real.length === 0) return dense;
  return [
    ...dense,
    ...(await compareWith('plans of provinces', real)),
    ...(await compareWith('the same, long', real.map(writtenOut), real)),
  ];
}

async function documentsIn(folder) {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.filter((name) => name.endsWith('.txt')).map((name) => readFile(new URL(name, folder))));
}

function writtenOut(document) {
  return Buffer.concat(Array.from({ length: Math.ceil(500_000 / document.length) }, () => document));
}

/** Each kind of document is read in an engine of its own: one that another kind has been read in before is tuned to that. */
function compareWith(what, documents, [short] = documents) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { what, documents, short } });
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
}

if (!isMainThread) parentPort.postMessage(await costsOf(workerData));

async function costsOf({ what, documents, short }) {
  const size = documents.reduce((sum, bytes) => sum + bytes.length, 0);
  // One after another until four megabytes are read: an engine compiles what is read often, and less is over before it has.
  const stack = Array.from({ length: Math.ceil(4e6 / size) }, () => documents).flat();
  // One by one, each plan let go: an engine that has seen all of them stay keeps room for the next ones where it is dear to clear.
  const plans = [];
  for (const bytes of stack) plans.push(JSON.stringify((await importDocument(bytes, { name: 'sample.txt' })).plan));
  const length = stack.length * (size / documents.length);
  const ours = async () => {
    for (const bytes of stack) await importDocument(bytes, { name: 'sample.txt' });
  };
  // An engine goes on tuning what it has compiled for some sixty megabytes.
  for (let read = 0; read < 6e7; read += length) await ours();
  const text = new TextDecoder().decode(short);
  const { peer, ...whole } = await measure({
    ours,
    'JSON.parse of the plan': () => {
      for (const plan of plans) JSON.parse(plan);
    },
    'regex per line': () => {
      let lines = 0;
      for (const bytes of stack)
        for (const line of new TextDecoder().decode(bytes).split('\n'))
          if (/^[一二三四五六七八九十]+、|不少于|\d+(?:\.\d+)?%?/.test(line)) lines++;
      return [lines];
    },
    // Numbers and dates are the part of the work that another library does; it reads one copy, which is all its speed allows.
    peer: () => [Recognizers.recognizeNumber(text, 'zh-cn'), Recognizers.recognizeDateTime(text, 'zh-cn')],
  });
  const perMegabyte = (costs, length) => costs.map((ms) => ms / (length / 1e6));
  const costs = Object.fromEntries(Object.entries(whole).map(([name, times]) => [name, perMegabyte(times, length)]));
  // 30 MB/s or more, and 60 times as fast as Recognizers.
  return compare(
    `read ${what}, ${Math.round(size / documents.length / 1000)} KB each`,
    'ms/MB',
    { ...costs, [recognizers]: perMegabyte(peer, short.length) },
    { ours: 1000 / 30, [recognizers]: 1 / 60 },
  );
}
