import { readFile } from 'node:fs/promises';
import FlexSearch from 'flexsearch';
import pinyinMatch from 'pinyin-match';
import { pinyinFinder } from '../packages/elements/dist/search/pinyin.js';
import { TextIndex } from '../packages/elements/dist/search/text-index.js';
import { compare, measure } from './compare.mjs';

const queries = ['暖心家园', '优生优育', '家庭健康', '示范点', '青春健康', '亲子小屋', '基层组织', '不少于'];
const peer = 'FlexSearch, context';

/** Ten thousand pieces of the sample plan, each of about thirty characters and none like another. */
async function buildTexts() {
  const sample = (await readFile(new URL('../examples/data/work-plan.txt', import.meta.url), 'utf8')).replace(/\s+/g, '');
  const piece = (at) => sample.slice(at % (sample.length - 12), (at % (sample.length - 12)) + 12);
  return Array.from({ length: 10_000 }, (_, index) => `${index}${piece(index * 7)}${piece(index * 131)}`);
}

function buildPeer(texts) {
  const index = new FlexSearch.Index({ tokenize: 'strict', context: { depth: 2, bidirectional: true }, encode: (text) => text.split('') });
  texts.forEach((text, id) => index.add(id, text));
  return index;
}

function buildOurs(texts) {
  const index = new TextIndex(texts);
  // The first query is what builds it.
  index.find(queries[0]);
  return index;
}

/** Search as a reader types: building, asking, and pinyin initials. Throws if a query misses a text that holds it or finds one that does not. */
export default async function search() {
  const texts = await buildTexts();
  const ours = buildOurs(texts);
  const theirs = buildPeer(texts);
  for (const query of queries) {
    const expected = [...texts.keys()].filter((place) => texts[place].includes(query));
    if (String(ours.find(query)) !== String(expected)) throw new Error(`${query} finds other texts than those that hold it.`);
  }
  const each = (count, work) => () => {
    const started = performance.now();
    work();
    return ((performance.now() - started) * 1000) / count;
  };
  const asks = 20 * queries.length;
  const askAll = (ask) => each(asks, () => Array.from({ length: 20 }, () => queries.map(ask)));
  const find = pinyinFinder('nxjy');
  return [
    ...compare(
      'build a search over 10 000 texts',
      'ms',
      await measure({ ours: () => void buildOurs(texts), [peer]: () => void buildPeer(texts) }, 5),
      {
        [peer]: 0.06,
      },
    ),
    ...compare(
      'search 10 000 texts',
      'µs',
      await measure({ ours: askAll((query) => ours.find(query)), [peer]: askAll((query) => theirs.search(query)) }),
      {
        [peer]: 0.2,
      },
    ),
    ...compare(
      'pinyin initials in a text',
      'µs',
      await measure({
        ours: each(texts.length, () => texts.map((text) => find(text))),
        'pinyin-match': each(1000, () => texts.slice(0, 1000).map((text) => pinyinMatch.match(text, 'nxjy'))),
      }),
      { 'pinyin-match': 0.02 },
    ),
  ];
}
