import type { Ranking, Site, Supervision } from '@fp-kit/sdk';
import type { ReactiveElement } from '../element/reactive-element.js';
import type { FpProgressRing, RingData } from '../components/progress-ring/progress-ring.js';
import type { FpRanking } from '../components/ranking/ranking.js';
import type { FpSiteCard } from '../components/site-card/site-card.js';
import type { FpSiteMap } from '../components/site-map/site-map.js';
import type { FpSupervision } from '../components/supervision/supervision.js';
import type { FpTargetMeter, MeterData } from '../components/target-meter/target-meter.js';
import type { ProgressReport } from '../components/task-list/editing.js';
import type { FpTaskList } from '../components/task-list/task-list.js';
import type { SourceError } from '../element/source-error.js';
import type { PlanData } from '../plan/plan-data.js';

interface Loaded<Data> {
  'fp-load': CustomEvent<Data>;
  'fp-error': CustomEvent<{ error: SourceError }>;
}

/** Each tag with its class and its events, for frameworks that type what stands in a template. */
export interface Tags {
  'fp-progress-ring': { element: FpProgressRing; events: Loaded<RingData> };
  'fp-ranking': { element: FpRanking; events: Loaded<{ ranking: Ranking }> };
  'fp-site-card': { element: FpSiteCard; events: Loaded<{ site: Site | undefined }> };
  'fp-site-map': {
    element: FpSiteMap;
    events: Loaded<{ sites: readonly Site[] }> & { 'fp-site-select': CustomEvent<{ site: Site }> };
  };
  'fp-supervision': { element: FpSupervision; events: Loaded<{ supervision: Supervision }> };
  'fp-target-meter': { element: FpTargetMeter; events: Loaded<MeterData> };
  'fp-task-list': {
    element: FpTaskList;
    events: Loaded<PlanData> & { 'fp-task-toggle': CustomEvent<ProgressReport>; 'fp-progress-report': CustomEvent<ProgressReport> };
  };
}

/** What an element adds to every HTML element, each of it to be left out. */
export type OwnProperties<Element> = {
  [Key in Exclude<keyof Element, keyof ReactiveElement | 'reload'>]?: Element[Key] | undefined;
};
