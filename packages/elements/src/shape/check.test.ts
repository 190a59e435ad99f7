import { expect } from 'chai';
import { reportPlan, samplePlan, sampleSnapshot } from '../testing/plans.js';
import { sampleSites } from '../testing/sites.js';
import { findMismatch, type Shape } from './check.js';
import { plan, snapshot } from './schemas.generated.js';
import { fitsSiteFile, siteFile } from './sites.generated.js';

describe('findMismatch', () => {
  it('finds nothing wrong with what is right', () => {
    expect(findMismatch(samplePlan, plan)).to.equal(undefined);
    expect(findMismatch(reportPlan, plan)).to.equal(undefined);
    expect(findMismatch(sampleSnapshot, snapshot)).to.equal(undefined);
    expect(findMismatch({ sites: sampleSites }, siteFile)).to.equal(undefined);
  });

  const broken: [name: string, change: (copy: typeof sampleSnapshot) => void, path: string][] = [
    ['a missing field', (copy) => Reflect.deleteProperty(copy.plan, 'title'), 'plan.title'],
    ['a value out of its set', (copy) => Object.assign(copy.plan.tasks[2]!, { area: 'weather' }), 'plan.tasks[2].area'],
    ['an action that is null', (copy) => Object.assign(copy.plan.tasks[0]!.actions, { 1: null }), 'plan.tasks[0].actions[1]'],
    ['a span of three', (copy) => Object.assign(copy.plan.headings[0]!, { span: [1, 2, 3] }), 'plan.headings[0].span'],
    ['a span before the text', (copy) => Object.assign(copy.plan.headings[0]!, { span: [-1, 2] }), 'plan.headings[0].span[0]'],
    ['a number as text', (copy) => Object.assign(copy.progress!.total, { done: '3' }), 'progress.total.done'],
    ['an unknown state', (copy) => Object.assign(copy.progress!.actions['1.1.1']!, { state: 'fine' }), 'progress.actions.1.1.1.state'],
    ['another format', (copy) => Object.assign(copy, { format: 'fp-snapshot/2' }), 'format'],
  ];
  for (const [name, change, path] of broken) {
    it(`names the place of ${name}`, () => {
      const copy = structuredClone(sampleSnapshot);
      change(copy);
      expect(findMismatch(copy, snapshot)?.path).to.equal(path);
    });
  }

  it('agrees with the test of sites that is written out', () => {
    const [site] = sampleSites.filter(({ location }) => location);
    const files: unknown[] = [
      undefined,
      null,
      [],
      {},
      { sites: {} },
      { sites: [null] },
      { sites: [[]] },
      { sites: [], note: 1 },
      { sites: [] },
    ];
    for (const name of Object.keys(site!)) {
      for (const value of [undefined, null, 1, '', 'open', [], [1], {}]) files.push({ sites: [site, { ...site, [name]: value }] });
    }
    for (const change of [{ lng: 181 }, { lng: '1' }, { lat: -91 }, { lat: NaN }, { crs: 'epsg' }, { crs: 'bd09' }]) {
      files.push({ sites: [{ ...site, location: { ...site!.location, ...change } }] });
    }
    for (const file of files) expect([file, fitsSiteFile(file)]).to.deep.equal([file, findMismatch(file, siteFile) === undefined]);
    expect(files.filter(fitsSiteFile)).to.have.length.above(5);
  });

  it('says what was expected and what was found, shortly', () => {
    const shape: Shape = { name: 'string', 'size?': ['number', 0, 9] };
    expect(findMismatch({ name: 'x', size: 10 }, shape)).to.deep.equal({ path: 'size', expected: 'number 0…9', found: '10' });
    expect(findMismatch({}, shape)).to.deep.equal({ path: 'name', expected: 'string', found: 'undefined' });
    expect(findMismatch([], shape)?.found).to.equal('array');
    expect(findMismatch('y'.repeat(99), shape)?.found).to.have.length.below(30);
  });

  it('lets newer fields through', () => {
    expect(findMismatch({ ...samplePlan, later: true }, plan)).to.equal(undefined);
  });
});
