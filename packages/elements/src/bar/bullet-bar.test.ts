import { expect } from 'chai';
import { drawBar, layOutBar } from './bullet-bar.js';

describe('a bullet bar', () => {
  const cases: [what: string, args: Parameters<typeof layOutBar>, bar: ReturnType<typeof layOutBar>][] = [
    ['nothing where nothing is reported', [{ comparator: 'atLeast', min: 3 }, {}], undefined],
    [
      'room behind an open end',
      [{ comparator: 'atLeast', min: 4 }, { reached: 1 }],
      { value: 20, band: [80, 100], goal: 80, expected: undefined },
    ],
    [
      'a range between two amounts',
      [{ comparator: 'between', min: 3, max: 5 }, { reached: 4 }],
      { value: 80, band: [60, 100], goal: 60, expected: undefined },
    ],
    ['a ceiling', [{ comparator: 'atMost', max: 10 }, { reached: 5 }], { value: 50, band: [0, 100], goal: undefined, expected: undefined }],
    [
      'a rate on a hundred',
      [{ comparator: 'atLeast', min: 95, unit: '%' }, { reached: 88 }],
      { value: 88, band: [95, 100], goal: 95, expected: undefined },
    ],
    [
      'more than was asked for',
      [{ comparator: 'atLeast', min: 2 }, { reached: 8 }],
      { value: 100, band: [25, 100], goal: 25, expected: undefined },
    ],
    [
      'units of a scope',
      [{ comparator: 'atLeast', min: 1 }, { units: { met: 7, reported: 9, total: 14 } }],
      { value: 50, band: undefined, goal: undefined, expected: undefined },
    ],
    [
      'what is expected by today',
      [{ comparator: 'atLeast', min: 4 }, { reached: 1 }, 2],
      { value: 20, band: [80, 100], goal: 80, expected: 40 },
    ],
    ['no end at all', [{ comparator: 'atMost', max: 0 }, { reached: 0 }], undefined],
  ];
  for (const [what, args, bar] of cases) it(`lays out ${what}`, () => expect(layOutBar(...args)).to.deep.equal(bar));

  it('draws what is laid out, and no more', () => {
    const kinds = (bar: Parameters<typeof drawBar>[0]) => [...drawBar(bar).children].map((child) => child.getAttribute('class'));
    expect(kinds({ value: 20, band: [80, 100], goal: 80, expected: 40 })).to.deep.equal(['track', 'band', 'fill', 'expected', 'tick']);
    expect(kinds({ value: 50 })).to.deep.equal(['track', 'fill']);
    expect(drawBar({ value: 50 }).getAttribute('aria-hidden')).to.equal('true');
  });
});
