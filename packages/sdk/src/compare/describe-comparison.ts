import type { Lang } from '../lang.js';
import { goalWords } from '../words/amount-words.js';
import type { KeptTask, PlanComparison, TargetChange } from './compare-plans.js';
import type { TargetAspect } from './strictness.js';

type Change = TargetChange['change'];

/** In this order: what differs first, what does not last. */
const order = ['stricter', 'looser', 'changed', 'added', 'dropped', 'unchanged'] as const satisfies readonly Change[];

interface Words {
  plans: (a: string, b: string) => string;
  /** The heads of the three parts, followed by how many of each kind. */
  tasks: string;
  targets: string;
  keyDates: string;
  none: string;
  kept: string;
  /** Plans of one issuer follow one another; those of two stand side by side. */
  changes: Readonly<Record<'years' | 'issuers', Readonly<Record<Change, string>>>>;
  aspects: Readonly<Record<TargetAspect, string>>;
  head: (part: string, counts: readonly (readonly [word: string, count: number])[], none: string) => string;
  line: (kind: string, what: string) => string;
  amounts: (measure: string, amounts: string, aspects: string) => string;
  list: string;
}

const wordsIn: Readonly<Record<Lang, Words>> = {
  'zh-CN': {
    plans: (a, b) => `对比 甲《${a}》、乙《${b}》`,
    tasks: '任务',
    targets: '量化目标',
    keyDates: '活动日',
    none: '两份都没有',
    kept: '对应',
    changes: {
      years: { added: '新增', dropped: '不再列入', stricter: '提高要求', looser: '降低要求', changed: '口径变化', unchanged: '不变' },
      issuers: { added: '只见于乙', dropped: '只见于甲', stricter: '乙更严', looser: '乙更宽', changed: '口径不同', unchanged: '相同' },
    },
    aspects: { comparator: '界限不同', unit: '单位不同', scope: '范围不同', force: '约束力不同' },
    head: (part, counts, none) => `${part}：${counts.map(([word, count]) => `${word} ${count}`).join('，') || none}`,
    line: (kind, what) => `  ${kind}　${what}`,
    amounts: (measure, amounts, aspects) => `${measure}：${amounts}${aspects === '' ? '' : `（${aspects}）`}`,
    list: '、',
  },
  en: {
    plans: (a, b) => `A “${a}” and B “${b}”`,
    tasks: 'Tasks',
    targets: 'Targets',
    keyDates: 'Key dates',
    none: 'none in either',
    kept: 'kept',
    changes: {
      years: { added: 'added', dropped: 'dropped', stricter: 'stricter', looser: 'looser', changed: 'changed', unchanged: 'unchanged' },
      issuers: {
        added: 'only in B',
        dropped: 'only in A',
        stricter: 'stricter in B',
        looser: 'looser in B',
        changed: 'different',
        unchanged: 'the same',
      },
    },
    aspects: { comparator: 'other bound', unit: 'other unit', scope: 'other scope', force: 'other force' },
    head: (part, counts, none) => `${part}: ${counts.map(([word, count]) => `${count} ${word}`).join(', ') || none}`,
    line: (kind, what) => `  ${kind}: ${what}`,
    amounts: (measure, amounts, aspects) => `${measure}: ${amounts}${aspects === '' ? '' : ` (${aspects})`}`,
    list: ', ',
  },
};

/**
 * A comparison in lines of text: the two plans, then tasks, targets and key dates, each part with its counts and then one line for each that
 * differs. Tasks that keep their title and targets that stay as they are count, but have no line.
 */
export function describeComparison({ a, b, tasks, targets, keyDates }: PlanComparison, lang: Lang = 'zh-CN'): string[] {
  const words = wordsIn[lang];
  const isOneIssuer = a.issuer !== '' && a.issuer === b.issuer;
  const changes = words.changes[isOneIssuer ? 'years' : 'issuers'];
  const both = (first: string, second: string): string => `${first} ${isOneIssuer ? '→' : '↔'} ${second}`;
  const head = (part: string, counts: readonly (readonly [string, number])[]): string =>
    words.head(
      part,
      counts.filter(([, count]) => count > 0),
      words.none,
    );
  const sorted = order.map((change) => [change, targets.filter((target) => target.change === change)] as const);

  return [
    words.plans(a.title, b.title),
    head(words.tasks, [
      [words.kept, tasks.kept.length],
      [changes.added, tasks.added.length],
      [changes.dropped, tasks.dropped.length],
    ]),
    ...tasks.kept.filter(isRetitled).map((kept) => words.line(words.kept, both(kept.a.title, kept.b.title))),
    ...tasks.added.map(({ title }) => words.line(changes.added, title)),
    ...tasks.dropped.map(({ title }) => words.line(changes.dropped, title)),
    head(
      words.targets,
      sorted.map(([change, list]) => [changes[change], list.length]),
    ),
    ...sorted.flatMap(([change, list]) =>
      change === 'unchanged' ? [] : list.map((target) => words.line(changes[change], describeTarget(target, { words, lang, both }))),
    ),
    head(words.keyDates, [
      [words.kept, keyDates.kept.length],
      [changes.added, keyDates.added.length],
      [changes.dropped, keyDates.dropped.length],
    ]),
    ...(['added', 'dropped'] as const).flatMap((change) =>
      keyDates[change].length === 0 ? [] : [words.line(changes[change], keyDates[change].map(({ name }) => name).join(words.list))],
    ),
  ];
}

function isRetitled({ a, b }: KeptTask): boolean {
  return a.title !== b.title;
}

function describeTarget(
  target: TargetChange,
  { words, lang, both }: { words: Words; lang: Lang; both: (first: string, second: string) => string },
): string {
  if (target.change === 'added') return words.amounts(target.b.measure, goalWords(target.b, lang), '');
  if (target.change === 'dropped') return words.amounts(target.a.measure, goalWords(target.a, lang), '');
  const { a, b, aspects } = target;
  return words.amounts(
    a.measure === b.measure ? a.measure : both(a.measure, b.measure),
    both(goalWords(a, lang), goalWords(b, lang)),
    aspects.map((aspect) => words.aspects[aspect]).join(words.list),
  );
}
