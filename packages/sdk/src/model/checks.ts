import type { Lang } from '../lang.js';
import { type DataIssue, type IssueCode, issueAt, privateMobile, show, type Wording } from './issues.js';
import type { Ledger } from './ledger.js';
import type { Plan, Span, Target } from './plan.js';
import type { Snapshot } from './progress.js';
import type { SiteFile } from './site.js';

type Path = readonly (string | number)[];
type Report = (path: Path, code: IssueCode, wording: Wording) => void;

/**
 * What a schema cannot say of a plan: spans lie in the text, quotes stand at their spans, ids are unique among their kind, references lead
 * somewhere, amounts fit their comparator. One pass, linear in the size of the plan.
 */
export function checkPlan(plan: Plan, lang: Lang, at: Path = []): DataIssue[] {
  const issues: DataIssue[] = [];
  const report: Report = (path, code, wording) => issues.push(issueAt([...at, ...path], code, wording, lang));
  const { text } = plan.source;

  const checkSpan = (span: Span, path: Path): boolean => {
    const [start, end] = span;
    if (start <= end && end <= text.length) return true;
    report(path, 'span-outside', {
      'zh-CN': [`[${start}, ${end}] 不在原文之内（原文共 ${text.length} 个 UTF-16 单元）`, '重新导入文件，或改正起止位置'],
      en: [
        `[${start}, ${end}] is not inside the text (${text.length} UTF-16 units long)`,
        'import the document again, or correct the positions',
      ],
    });
    return false;
  };
  const checkQuote = ({ quote, span }: { quote: string; span: Span }, path: Path): void => {
    if (!checkSpan(span, [...path, 'span'])) return;
    const printed = text.slice(span[0], span[1]);
    if (printed === quote) return;
    report([...path, 'quote'], 'quote-mismatch', {
      'zh-CN': [`与原文不符，原文此处为 ${show(printed)}`, '引文必须与 source.text 中 span 所指逐字相同'],
      en: [`is not what the text says there, which is ${show(printed)}`, 'a quote is source.text at its span, to the character'],
    });
  };

  const headings = new Set<string>();
  plan.headings.forEach((heading, index) => {
    const path: Path = ['headings', index];
    // The heading above is printed above: asking for that also rules out a ring.
    if (heading.parent !== undefined && !headings.has(heading.parent)) {
      report([...path, 'parent'], 'unknown-reference', {
        'zh-CN': [`${show(heading.parent)} 不是前面某个标题的 id`, '改成上一级标题的 id，顶级标题删去这一项'],
        en: [`${show(heading.parent)} is not the id of a heading before it`, 'name the heading above, or leave it out at the top'],
      });
    }
    checkId(heading.id, headings, path, report);
    checkSpan(heading.span, [...path, 'span']);
  });

  const tasks = new Set<string>();
  const actions = new Set<string>();
  const targets = new Set<string>();
  const results = new Set<string>();
  plan.tasks.forEach((task, index) => {
    const path: Path = ['tasks', index];
    checkId(task.id, tasks, path, report);
    checkSpan(task.span, [...path, 'span']);
    if (task.heading !== undefined && !headings.has(task.heading)) {
      report([...path, 'heading'], 'unknown-reference', {
        'zh-CN': [`${show(task.heading)} 不是任何标题的 id`, '改成所属标题的 id，没有标题就删去这一项'],
        en: [`${show(task.heading)} is not the id of a heading`, 'name its heading, or leave it out if there is none'],
      });
    }
    task.actions.forEach((action, actionIndex) => {
      const actionPath: Path = [...path, 'actions', actionIndex];
      checkId(action.id, actions, actionPath, report);
      checkSpan(action.span, [...actionPath, 'span']);
      action.targets.forEach((target, targetIndex) => {
        const targetPath: Path = [...actionPath, 'targets', targetIndex];
        checkId(target.id, targets, targetPath, report);
        checkQuote(target, targetPath);
        checkAmount(target, targetPath, report);
      });
      action.results.forEach((result, resultIndex) => {
        const resultPath: Path = [...actionPath, 'results', resultIndex];
        checkId(result.id, results, resultPath, report);
        checkQuote(result, resultPath);
      });
    });
  });

  const observances = new Set<string>();
  plan.observances.forEach((observance, index) => {
    const path: Path = ['observances', index];
    checkId(observance.id, observances, path, report);
    checkQuote(observance, path);
  });
  return issues;
}

/** A snapshot's plan, and that its progress is that plan's. */
export function checkSnapshot(snapshot: Snapshot, lang: Lang): DataIssue[] {
  const issues = checkPlan(snapshot.plan, lang, ['plan']);
  const { progress, plan } = snapshot;
  if (progress !== undefined && progress.planId !== plan.id) {
    issues.push(
      issueAt(
        ['progress', 'planId'],
        'unknown-reference',
        {
          'zh-CN': [`${show(progress.planId)} 不是此件计划的 id ${show(plan.id)}`, '由同一件计划重新汇总进展'],
          en: [`${show(progress.planId)} is not the id of this plan, ${show(plan.id)}`, 'sum up the progress of this plan'],
        },
        lang,
      ),
    );
  }
  return issues;
}

/** Ids are unique, and nothing in the file is a citizen's number or a private mobile (PIPL, art. 28). */
export function checkSites(file: SiteFile, lang: Lang): DataIssue[] {
  const issues: DataIssue[] = [];
  const report: Report = (path, code, wording) => issues.push(issueAt(path, code, wording, lang));
  const ids = new Set<string>();
  if (file.note !== undefined) checkPrivacy(file.note, ['note'], report);
  file.sites.forEach((site, index) => {
    const path: Path = ['sites', index];
    checkId(site.id, ids, path, report);
    for (const [key, value] of Object.entries(site)) {
      if (typeof value === 'string') checkPrivacy(value, [...path, key], report);
    }
    site.services.forEach((service, serviceIndex) => checkPrivacy(service, [...path, 'services', serviceIndex], report));
  });
  return issues;
}

/** A rate has both its parts, nothing corrects itself, and nobody is named by number. Repeated entries are allowed: they count once. */
export function checkLedger(ledger: Ledger, lang: Lang): DataIssue[] {
  const issues: DataIssue[] = [];
  const report: Report = (path, code, wording) => issues.push(issueAt(path, code, wording, lang));
  ledger.entries.forEach((entry, index) => {
    const path: Path = ['entries', index];
    const absent = entry.numerator === undefined ? 'numerator' : 'denominator';
    if ((entry.numerator === undefined) !== (entry.denominator === undefined)) {
      report([...path, absent], 'missing', {
        'zh-CN': ['缺失', '比率要同时给出 numerator 和 denominator'],
        en: ['is missing', 'a rate needs both numerator and denominator'],
      });
    }
    if (entry.supersedes === entry.id) {
      report([...path, 'supersedes'], 'unknown-reference', {
        'zh-CN': ['指向记录自身', '改成被更正记录的 id'],
        en: ['names the entry itself', 'name the entry that it corrects'],
      });
    }
    checkPrivacy(entry.reporter, [...path, 'reporter'], report);
    if (entry.note !== undefined) checkPrivacy(entry.note, [...path, 'note'], report);
    entry.evidence.forEach(({ title }, evidenceIndex) => checkPrivacy(title, [...path, 'evidence', evidenceIndex, 'title'], report));
  });
  return issues;
}

function checkId(id: string, seen: Set<string>, path: Path, report: Report): void {
  if (seen.has(id)) {
    report([...path, 'id'], 'duplicate-id', {
      'zh-CN': [`${show(id)} 与前面的重复`, '同类之中每个 id 只能用一次'],
      en: [`${show(id)} is taken by one before it`, 'an id stands once among its kind'],
    });
  }
  seen.add(id);
}

function checkAmount({ comparator, min, max }: Target, path: Path, report: Report): void {
  const needsMin = comparator !== 'atMost' && comparator !== 'lessThan';
  const needsMax = comparator !== 'atLeast' && comparator !== 'moreThan';
  for (const [key, isAbsent] of [
    ['min', needsMin && min === undefined],
    ['max', needsMax && max === undefined],
  ] as const) {
    if (!isAbsent) continue;
    report([...path, key], 'amount-missing', {
      'zh-CN': [`缺失，而 comparator 为 ${comparator}`, '补上这个数'],
      en: [`is missing, and the comparator is ${comparator}`, 'add the amount'],
    });
  }
  if (min !== undefined && max !== undefined && min > max) {
    report([...path, 'max'], 'too-small', {
      'zh-CN': [`不能小于 min（${min}），现为 ${max}`, '核对这两个数'],
      en: [`cannot be less than min (${min}), and is ${max}`, 'check the two numbers'],
    });
  }
}

// Without lookbehind, which Safari has only since 16.4.
const citizenNumber = /(?:^|\D)(\d{17}[\dX])(?![\dA-Z])/i;
const mobileNumber = /(?:^|\D)((?:86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)/;

function checkPrivacy(value: string, path: Path, report: Report): void {
  const text = value.normalize('NFKC');
  if (citizenNumber.test(text)) {
    report(path, 'personal-data', {
      'zh-CN': ['含有 18 位身份证号码，属于个人信息', '删去号码'],
      en: ['holds an 18-digit citizen number, which is personal data', 'take the number out'],
    });
    return;
  }
  const mobile = mobileNumber.exec(text)?.[1];
  if (mobile !== undefined) report(path, ...privateMobile(mobile));
}
