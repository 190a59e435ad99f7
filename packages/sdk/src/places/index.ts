export { convertLocation, type LngLat, positionsOf } from './crs.js';
export { distanceM, haversineM } from './distance.js';
export { findNearest, indexNearest, type NearestIndex, type NearestOptions, type NearPlace } from './nearest.js';
export { PlaceError } from './place-error.js';
export { type Bounds, type Cluster, type ClusterIndex, clustersIn, deepestZoom, indexClusters, placesOf, splitZoom } from './clusters.js';
export {
  type SiteCoverage,
  coverage,
  type SiteCoverageRow,
  groupByRegion,
  type PeoplePerSite,
  peoplePerSite,
  type SitesByRegion,
} from './coverage.js';
export {
  type LinkedPlace,
  type MapLinkOptions,
  type MapLinks,
  markerLinks,
  type OpenLocation,
  openLocationOf,
  type RouteLinkOptions,
  routeLinks,
  type TravelMode,
} from './map-links.js';
export { type OpeningHours, type OpeningRule, type OpeningSpan, parseOpeningHours } from './opening-hours.js';
export { openingAt, type OpeningState } from './opening-state.js';
