import { clustersIn, distanceM, findNearest, indexClusters, indexNearest } from '@fp-kit/sdk/places';
import Flatbush from 'flatbush';
import { around as aroundInFlatbush } from 'geoflatbush';
import { around as aroundInKdbush } from 'geokdbush';
import KDBush from 'kdbush';
import Supercluster from 'supercluster';
import { compare, measure } from './compare.mjs';
import { samplePositions } from '../examples/data/sample-sites.mjs';

const count = 100_000;
/** A map of 1280 × 704 px over the middle of the province, and the clusters of both about as wide. */
const zoom = 8;
const radiusPx = 60;
const size = (px) => (px / 256 / 2 ** zoom) * 360;

const microseconds = (times, work) => () => {
  const started = performance.now();
  for (let turn = 0; turn < times; turn++) work(turn);
  return ((performance.now() - started) * 1000) / times;
};

/** CPU time of this process in ms: a build takes long enough for other work on the machine to come in between. */
const cpu = (work) => () => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** Sites of a province on a map: grouping them, drawing a view, and who is nearest. Throws if the nearest is not the one that haversine finds. */
export default async function places() {
  const positions = samplePositions(count);
  const at = (place) => [positions[2 * place], positions[2 * place + 1]];
  const points = Array.from({ length: count }, (_, place) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates: at(place) },
  }));
  const buildPeer = () => new Supercluster({ radius: radiusPx, extent: 256, maxZoom: 18 }).load(points);
  const [west, south] = [0, 1].map((axis) => at(0)[axis]);
  const view = {
    west: west - size(640),
    south: south - size(320),
    east: west + size(640),
    north: south + size(320),
  };

  const kdbush = new KDBush(count);
  const flatbush = new Flatbush(count);
  for (let place = 0; place < count; place++) {
    kdbush.add(...at(place));
    flatbush.add(...at(place), ...at(place));
  }
  kdbush.finish();
  flatbush.finish();
  const nearest = indexNearest(positions);
  const asked = Array.from({ length: 500 }, (_, turn) => {
    const [lng, lat] = at((turn * 7919) % count);
    return [lng + 0.003, lat - 0.002];
  });
  for (const position of asked.slice(0, 20)) {
    const metres = (place) =>
      distanceM({ lng: at(place)[0], lat: at(place)[1], crs: 'wgs84' }, { lng: position[0], lat: position[1], crs: 'wgs84' });
    let least = Infinity;
    for (let place = 0; place < count; place++) least = Math.min(least, metres(place));
    if (Math.abs(findNearest(nearest, position)[0].distanceM - least) > 1e-6) throw new Error('Haversine finds a nearer site.');
  }

  const index = indexClusters(positions);
  const peer = buildPeer();
  return [
    ...compare(
      `cluster ${count} sites: build`,
      'ms of CPU',
      await measure({ ours: cpu(() => indexClusters(positions)), supercluster: cpu(buildPeer) }, 7),
      { ours: 25 },
    ),
    ...compare(
      `clusters in view at zoom ${zoom}`,
      'µs',
      await measure({
        ours: microseconds(50, () => clustersIn(index, view, zoom)),
        supercluster: microseconds(50, () => peer.getClusters([view.west, view.south, view.east, view.north], zoom)),
      }),
      { supercluster: 3, ours: 1000 },
    ),
    ...compare(
      `nearest of ${count} sites`,
      'µs',
      await measure({
        ours: microseconds(asked.length, (turn) => findNearest(nearest, asked[turn])),
        geoflatbush: microseconds(asked.length, (turn) => aroundInFlatbush(flatbush, ...asked[turn], 1)),
        geokdbush: microseconds(asked.length, (turn) => aroundInKdbush(kdbush, ...asked[turn], 1)),
      }),
      { geoflatbush: 1 },
    ),
  ];
}
