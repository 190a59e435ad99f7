import { clustersIn, distanceM, findNearest, indexClusters, indexNearest } from '@fp-kit/sdk/places';
import Flatbush from 'flatbush';
import { around as aroundInFlatbush } from 'geoflatbush';
import { around as aroundInKdbush } from 'geokdbush';
import KDBush from 'kdbush';
import Supercluster from 'supercluster';
import { compare, measure } from './compare.mjs';
import { samplePositions } from '../examples/data/sample-sites.mjs';

const count = 100_000;
/** Clusters of both are about as wide: as many of them are in view. */
const radiusPx = 60;

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
  /** Maps of 1280 × 640 px around sites here and there in the province. */
  const viewsAt = (zoom) =>
    Array.from({ length: 50 }, (_, turn) => {
      const degrees = (px) => (px / 256 / 2 ** zoom) * 360;
      const [lng, lat] = at(turn * 1999);
      return { west: lng - degrees(640), south: lat - degrees(320), east: lng + degrees(640), north: lat + degrees(320) };
    });

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
  const inView = async (zoom, goals) => {
    const views = viewsAt(zoom);
    const drawn = views.map((view) => clustersIn(index, view, zoom).length);
    const drawnByPeer = views.map(({ west, south, east, north }) => peer.getClusters([west, south, east, north], zoom).length);
    const mean = (counts) => Math.round(counts.reduce((sum, count) => sum + count, 0) / counts.length);
    return compare(
      `clusters in view at zoom ${zoom}, ${mean(drawn)} beside ${mean(drawnByPeer)}`,
      'µs',
      await measure({
        ours: microseconds(views.length, (turn) => clustersIn(index, views[turn], zoom)),
        supercluster: microseconds(views.length, (turn) => {
          const { west, south, east, north } = views[turn];
          peer.getClusters([west, south, east, north], zoom);
        }),
      }),
      goals,
    );
  };
  /** The first view of a zoom, for which nothing is known yet; at 15 every site has its square, and most of them stand alone. */
  const firstOfZoom = () => {
    const [view] = viewsAt(15);
    clustersIn(index, view, 4);
    return microseconds(1, () => clustersIn(index, view, 15))();
  };
  return [
    ...compare(
      `cluster ${count} sites: build`,
      'ms of CPU',
      await measure({ ours: cpu(() => indexClusters(positions)), supercluster: cpu(buildPeer) }, 7),
      { ours: 25 },
    ),
    ...(await inView(8, { supercluster: 3 })),
    ...(await inView(12, { supercluster: 3 })),
    ...compare('clusters in view, the first of a zoom', 'µs', await measure({ ours: firstOfZoom }, 25), { ours: 1000 }),
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
