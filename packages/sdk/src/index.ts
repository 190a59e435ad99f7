export * from './calendar/index.js';
export { type Client, type ClientOptions, createClient, type RequestOptions } from './client/client.js';
export { HttpError, NetworkError, NotJsonError, TimeoutError } from './client/errors.js';
export {
  type FileSystem,
  keepInFile,
  keepInIndexedDb,
  openOutbox,
  type Outbox,
  type OutboxItem,
  type OutboxKeeper,
} from './client/outbox.js';
export { type Problem, type RecordedEntry, RefusedError } from './client/refused-error.js';
export {
  comparePlans,
  type ComparedPlan,
  type ComparedTask,
  type KeptTask,
  type PlanComparison,
  type TargetChange,
} from './compare/compare-plans.js';
export { describeComparison } from './compare/describe-comparison.js';
export { describeMatch } from './compare/describe-match.js';
export { type MatchOptions, type MatchReason, matchResults, type ResultMatch, type ResultMatching } from './compare/match-results.js';
export type { TargetAspect } from './compare/strictness.js';
export * from './errors.js';
export {
  type LedgerCellKind,
  type LedgerColumn,
  ledgerColumns,
  ledgerRows,
  ledgerStates,
  type LedgerTableOptions,
  renderLedgerCsv,
  streamLedgerCsv,
} from './exports/ledger-table.js';
export { type FallbackOptions, renderFallback } from './exports/render-fallback.js';
export type { Lang } from './lang.js';
export * from './model/area.js';
export { type DataIssue, formatIssue, InvalidDataError, type IssueCode } from './model/issues.js';
export * from './model/ledger.js';
export { outlineOf, type OutlineRow, type OutlineSection } from './outline/outline.js';
export * from './model/parse.js';
export * from './model/plan.js';
export * from './model/progress.js';
export * from './model/ranking.js';
export * from './model/region.js';
export * from './model/schemas.js';
export * from './model/site.js';
export * from './model/supervision.js';
export { rank, type RankOptions } from './progress/rank.js';
export * from './places/index.js';
export * from './progress/rules.js';
export { createSummarizer, summarizeProgress, type SummarizeOptions } from './progress/summarize.js';
export { supervise, type SuperviseOptions } from './progress/supervise.js';
export { type Window, windowsOf } from './progress/windows.js';
export { isWithin, regionsAbove } from './model/region-code.js';
