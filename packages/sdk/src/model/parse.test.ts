import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleEntry, samplePlan, sampleSnapshot } from '../../testing/sample.js';
import { InvalidDataError, type Lang, parseLedger, parsePlan, parsePlanOrSnapshot, parseSites, parseSnapshot } from '../index.js';

function faultOf(parse: () => unknown): InvalidDataError {
  try {
    parse();
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidDataError);
    return error as InvalidDataError;
  }
  throw new Error('nothing was thrown');
}

/** A copy with the value at a path replaced; undefined takes the field away, as JSON would. */
function withValue(data: unknown, path: (string | number)[], value: unknown): unknown {
  const copy: unknown = structuredClone(data);
  let place = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
  place[path[path.length - 1]!] = value;
  return JSON.parse(JSON.stringify(copy));
}

const sample = { id: 'a', type: 'warm-home', name: '样例', address: '样例路1号', services: [], status: 'open' };
const target = ['tasks', 0, 'actions', 0, 'targets', 0];

describe('what is right', () => {
  test('a plan comes out as it went in', () => {
    expect(parsePlan(samplePlan())).toEqual(samplePlan());
  });

  test('src gives a plan or a snapshot', () => {
    expect(parsePlanOrSnapshot(samplePlan()).format).toBe('fp-plan/1');
    expect(parsePlanOrSnapshot(sampleSnapshot()).format).toBe('fp-snapshot/1');
    expect(parseSnapshot(sampleSnapshot())).toEqual(sampleSnapshot());
  });

  test('a ledger may hold the same entry twice', () => {
    const entry = sampleEntry(1, { status: 'done' });
    expect(parseLedger({ entries: [entry, entry] }).entries).toHaveLength(2);
  });

  test('office phones pass', () => {
    for (const phone of ['0999-5550101', '12356', '400-555-0101', '0999-5550101转802']) {
      expect(parseSites({ sites: [{ ...sample, phone }] }).sites[0]?.phone).toBe(phone);
    }
  });
});

describe('what is wrong in a plan', () => {
  test.each<[string, (string | number)[], unknown, string, string]>([
    ['a word for an area', ['tasks', 1, 'area'], 'sport', 'tasks[1].area', 'not-allowed'],
    ['no title', ['title'], undefined, 'title', 'missing'],
    ['an empty title', ['title'], '', 'title', 'too-small'],
    ['a number for text', ['title'], 7, 'title', 'wrong-type'],
    ['another format', ['format'], 'fp-plan/9', 'format', 'not-allowed'],
    ['the 30th of February', ['issuedOn'], '2026-02-30', 'issuedOn', 'wrong-format'],
    ['a short region', ['issuer', 'region'], '4301', 'issuer.region', 'wrong-format'],
    ['a false digest', ['source', 'sha256'], 'abc', 'source.sha256', 'wrong-format'],
    ['half a position', [...target, 'span', 0], 1.5, 'tasks[0].actions[0].targets[0].span[0]', 'wrong-type'],
    ['a negative position', [...target, 'span', 0], -1, 'tasks[0].actions[0].targets[0].span[0]', 'too-small'],
    ['a position behind the text', [...target, 'span'], [0, 9999], 'tasks[0].actions[0].targets[0].span', 'span-outside'],
    ['a span turned round', ['tasks', 0, 'span'], [5, 4], 'tasks[0].span', 'span-outside'],
    ['a quote that is not there', [...target, 'quote'], '年内建成3个', 'tasks[0].actions[0].targets[0].quote', 'quote-mismatch'],
    ['an amount too few', [...target, 'max'], undefined, 'tasks[0].actions[0].targets[0].max', 'amount-missing'],
    ['a range turned round', [...target, 'max'], 2, 'tasks[0].actions[0].targets[0].max', 'too-small'],
    ['a task twice', ['tasks', 1, 'id'], '1.1', 'tasks[1].id', 'duplicate-id'],
    ['an action twice', ['tasks', 1, 'actions', 0, 'id'], '1.1.1', 'tasks[1].actions[0].id', 'duplicate-id'],
    ['a task without its heading', ['tasks', 0, 'heading'], '9', 'tasks[0].heading', 'unknown-reference'],
    ['a heading under itself', ['headings', 1, 'parent'], '1.1', 'headings[1].parent', 'unknown-reference'],
    ['a level too deep', ['headings', 0, 'level'], 6, 'headings[0].level', 'too-big'],
  ])('%s', (_, path, value, where, code) => {
    for (const lang of ['zh-CN', 'en'] satisfies Lang[]) {
      const fault = faultOf(() => parsePlan(withValue(samplePlan(), path, value), { lang }));
      expect(fault.issues.map((issue) => [issue.path, issue.code])).toEqual([[where, code]]);
      expect(fault.code).toBe('invalid-data');
      expect(fault.message).toContain(where);
      expect(fault.message).not.toMatch(/\n|undefined|Invalid input/);
    }
  });

  test('the message names path, problem, mend, and how many more there are', () => {
    const spoiled = withValue(withValue(samplePlan(), ['tasks', 1, 'area'], 'sport'), ['issuedOn'], '2026-6-1');
    expect(faultOf(() => parsePlan(spoiled)).message).toBe(
      'issuedOn "2026-6-1" 不是有效日期：按 YYYY-MM-DD 书写，例如 2026-05-29（另有 1 处）',
    );
    expect(faultOf(() => parsePlan(spoiled, { lang: 'en', name: 'plan.json' })).message).toBe(
      'plan.json: issuedOn "2026-6-1" is not a date: write YYYY-MM-DD, such as 2026-05-29, and 1 more',
    );
  });

  test.each([null, undefined, 3, 'text', [], {}])('%j is neither plan nor snapshot', (value) => {
    expect(faultOf(() => parsePlanOrSnapshot(value)).issues).toMatchObject([{ path: 'format', code: 'unknown-format' }]);
  });

  test('the whole is not even an object', () => {
    expect(faultOf(() => parsePlan([], { lang: 'en' })).message).toBe('the data should be an object, not an array: write an object');
  });

  test('a snapshot tells where in its plan', () => {
    const fault = faultOf(() => parseSnapshot(withValue(sampleSnapshot(), ['plan', ...target, 'quote'], '无')));
    expect(fault.issues[0]).toMatchObject({ path: 'plan.tasks[0].actions[0].targets[0].quote', code: 'quote-mismatch' });
  });

  test('a union tells of the branch that nearly fits', () => {
    const observance = { id: 'd', name: '母亲节', rule: { month: 5, weekday: 0 }, quote: '家', span: [2, 3] };
    const fault = faultOf(() => parsePlan({ ...samplePlan(), observances: [observance] }));
    expect(fault.issues).toMatchObject([{ code: 'missing' }]);
    expect(fault.issues[0]?.path).toMatch(/^observances\[0\]\.rule\./);
  });

  test('whatever comes in, the answer is a plan or one line', () => {
    const plan = samplePlan();
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(plan)), fc.jsonValue(), fc.constantFrom<Lang>('zh-CN', 'en'), (key, value, lang) => {
        try {
          parsePlan({ ...plan, [key]: value }, { lang });
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidDataError);
          expect((error as InvalidDataError).issues.length).toBeGreaterThan(0);
          expect((error as InvalidDataError).message).toMatch(/^\S.*\S$/u);
        }
      }),
    );
  });
});

describe('what is wrong in a file of sites', () => {
  test.each<[string, object, string, string]>([
    ['a coordinate without its system', { location: { lng: 112, lat: 28 } }, 'sites[0].location.crs', 'no-crs'],
    ['an unknown system', { location: { lng: 112, lat: 28, crs: 'mars' } }, 'sites[0].location.crs', 'not-allowed'],
    ['latitude and longitude swapped', { location: { lng: 28, lat: 112, crs: 'gcj02' } }, 'sites[0].location.lat', 'too-big'],
    ['a private mobile', { phone: '13900001111' }, 'sites[0].phone', 'personal-data'],
    ['a mobile behind an office phone', { phone: '0999-5550101，139-0000-1111' }, 'sites[0].phone', 'personal-data'],
    ['a mobile in the address', { address: '样例路1号 联系１３９００００１１１１' }, 'sites[0].address', 'personal-data'],
    ['a citizen number', { name: '样例11010119900307001X' }, 'sites[0].name', 'personal-data'],
    ['a citizen number among the services', { services: ['咨询', '110101199003070011'] }, 'sites[0].services[1]', 'personal-data'],
    ['a state nobody knows', { status: 'maybe' }, 'sites[0].status', 'not-allowed'],
  ])('%s', (_, spoiled, where, code) => {
    const fault = faultOf(() => parseSites({ sites: [{ ...sample, ...spoiled }] }));
    expect(fault.issues.map((issue) => [issue.path, issue.code])).toEqual([[where, code]]);
    // What is private is not said again.
    expect(fault.message).not.toMatch(/13900001111|1990/);
  });

  test('the same id twice', () => {
    expect(faultOf(() => parseSites({ sites: [sample, sample] })).issues).toMatchObject([{ path: 'sites[1].id', code: 'duplicate-id' }]);
  });

  test('fourteen days and long numbers are no citizen', () => {
    expect(parseSites({ sites: [{ ...sample, address: '编号20260529123456789012345' }] }).sites).toHaveLength(1);
  });
});

describe('what is wrong in a ledger', () => {
  test.each<[string, object, string, string]>([
    ['half a rate', { numerator: 3 }, 'entries[0].denominator', 'missing'],
    ['nothing to divide by', { numerator: 3, denominator: 0 }, 'entries[0].denominator', 'too-small'],
    ['an id of another kind', { id: '5f2b1a52-5b1f-4b8e-9d57-0b6e3f1c2d4e' }, 'entries[0].id', 'wrong-format'],
    ['a time without zone', { recordedAt: '2026-06-02T09:00:00' }, 'entries[0].recordedAt', 'wrong-format'],
    ['a script for a page', { evidence: [{ title: '通知', href: 'javascript:alert(1)' }] }, 'entries[0].evidence[0].href', 'wrong-format'],
    ['a person for a unit', { reporter: '样例 13900001111' }, 'entries[0].reporter', 'personal-data'],
  ])('%s', (_, spoiled, where, code) => {
    const fault = faultOf(() => parseLedger({ entries: [{ ...sampleEntry(1, { status: 'done' }), ...spoiled }] }));
    expect(fault.issues.map((issue) => [issue.path, issue.code])).toEqual([[where, code]]);
  });
});
