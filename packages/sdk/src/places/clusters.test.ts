import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bounds, type Cluster, clustersIn, deepestZoom, indexClusters, placesOf, splitZoom } from './index.js';

const world: Bounds = { west: -180, south: -90, east: 180, north: 90 };
const town = fc
  .tuple(fc.double({ min: 104, max: 112, noNaN: true }), fc.double({ min: 26, max: 32, noNaN: true }))
  .chain(([lng, lat]) =>
    fc.array(
      fc.tuple(fc.double({ min: lng - 0.1, max: lng + 0.1, noNaN: true }), fc.double({ min: lat - 0.1, max: lat + 0.1, noNaN: true })),
      { maxLength: 40 },
    ),
  );
const province = fc.array(town, { minLength: 1, maxLength: 12 }).map((towns) => Float64Array.from(towns.flat(2)));
const zooms = fc.integer({ min: 0, max: deepestZoom });

const keyOf = (index: Parameters<typeof placesOf>[0], cluster: Cluster) => placesOf(index, cluster).join();
/** Pixels of Web Mercator at a tile of 256 px. */
function pixelsOf({ lng, lat }: { lng: number; lat: number }, zoom: number): [number, number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  const size = 256 * 2 ** zoom;
  return [(lng / 360 + 0.5) * size, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size];
}

describe('the clusters of a zoom', () => {
  it('hold every place once, wherever it stands', () => {
    fc.assert(
      fc.property(province, zooms, (positions, zoom) => {
        const index = indexClusters(positions);
        const clusters = clustersIn(index, world, zoom);
        const all = clusters.flatMap((cluster) => placesOf(index, cluster)).sort((a, b) => a - b);
        expect(all).toEqual(Array.from({ length: positions.length / 2 }, (_, place) => place));
        for (const cluster of clusters) {
          const places = placesOf(index, cluster);
          expect(cluster.count).toBe(places.length);
          expect(places).toContain(cluster.place);
        }
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('stand in the middle of their places, none of which is far', () => {
    fc.assert(
      fc.property(province, zooms, (positions, zoom) => {
        const index = indexClusters(positions);
        for (const cluster of clustersIn(index, world, zoom)) {
          const points = placesOf(index, cluster).map((place) =>
            pixelsOf({ lng: positions[2 * place]!, lat: positions[2 * place + 1]! }, zoom),
          );
          const middle = pixelsOf(cluster, zoom);
          for (const axis of [0, 1] as const) {
            const mean = points.reduce((sum, point) => sum + point[axis], 0) / points.length;
            expect(Math.abs(middle[axis] - mean)).toBeLessThan(0.01 + zoom / 10);
            for (const point of points) expect(Math.abs(point[axis] - mean)).toBeLessThan(192);
          }
        }
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  it('are the same wherever the map is panned', () => {
    fc.assert(
      fc.property(province, fc.integer({ min: 4, max: 14 }), fc.double({ min: 0.001, max: 0.2, noNaN: true }), (positions, zoom, wide) => {
        fc.pre(positions.length > 0);
        const index = indexClusters(positions);
        const [lng, lat] = [positions[0]!, positions[1]!];
        const part = clustersIn(index, { west: lng - wide, south: lat - wide, east: lng + wide, north: lat + wide }, zoom);
        const whole = new Set(clustersIn(index, world, zoom).map((cluster) => keyOf(index, cluster)));
        for (const cluster of part) expect(whole.has(keyOf(index, cluster))).toBe(true);
        // Nothing that stands in view is missing.
        const shown = new Set(part.flatMap((cluster) => placesOf(index, cluster)));
        for (let place = 0; 2 * place < positions.length; place++) {
          const [x, y] = [positions[2 * place]!, positions[2 * place + 1]!];
          if (Math.abs(x - lng) < wide && Math.abs(y - lat) < wide) expect(shown.has(place)).toBe(true);
        }
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('are never joined by the border of a square alone: two that nearly touch are one', () => {
    // On both sides of the meridian at which the squares of every level begin.
    const index = indexClusters(Float64Array.of(-0.0001, 30, 0.0001, 30));
    for (let zoom = 0; zoom <= 14; zoom++) expect(clustersIn(index, world, zoom)).toHaveLength(1);
    expect(clustersIn(index, world, deepestZoom)).toHaveLength(2);
  });

  it('reach over the date line', () => {
    const index = indexClusters(Float64Array.of(179.5, 0, -179.5, 0, 0, 0));
    const clusters = clustersIn(index, { west: 170, south: -10, east: -170, north: 10 }, 8);
    expect(clusters.map(({ place }) => place).sort()).toEqual([0, 1]);
  });

  it('are found at once, though the places stand like soldiers and every group depends on the one beside it', () => {
    const [zoom, across] = [10, 300];
    const step = (360 / 2 ** (zoom + 2)) * 0.93;
    const grid = new Float64Array(2 * across * across);
    for (let place = 0; place < across * across; place++)
      grid.set([90 + (place % across) * step, Math.floor(place / across) * step], 2 * place);
    const index = indexClusters(grid);
    const whole = clustersIn(index, world, zoom);
    expect(whole.reduce((sum, { count }) => sum + count, 0)).toBe(across * across);
    // Groups do not lie on each other: the places of each are nearer to its own middle than two middles are to each other.
    expect(whole.length).toBeLessThan(across * across * 0.6);
    const corner = { west: 89, south: -1, east: 90 + 20 * step, north: 20 * step };
    const keys = new Set(whole.map((cluster) => keyOf(index, cluster)));
    for (const cluster of clustersIn(indexClusters(grid), corner, zoom)) expect(keys.has(keyOf(index, cluster))).toBe(true);
  });

  it('are the same whatever has been asked before', () => {
    fc.assert(
      fc.property(
        province,
        fc.array(fc.tuple(zooms, fc.double({ min: -1, max: 1, noNaN: true })), { maxLength: 6 }),
        (positions, asked) => {
          fc.pre(positions.length > 0);
          const index = indexClusters(positions);
          const viewBeside = (by: number): Bounds => {
            const [lng, lat] = [positions[0]! + by, positions[1]!];
            return { west: lng - 0.3, south: lat - 0.2, east: lng + 0.3, north: lat + 0.2 };
          };
          for (const [zoom, by] of asked) {
            const fresh = clustersIn(indexClusters(positions), viewBeside(by), zoom);
            expect(clustersIn(index, viewBeside(by), zoom)).toEqual(fresh);
          }
        },
      ),
      { seed: 6, numRuns: 200 },
    );
  });

  it('leave out what has no position, and put the poles at the edge', () => {
    const index = indexClusters(Float64Array.of(NaN, NaN, 10, 90, 10, -90));
    expect(clustersIn(index, world, 3).map(({ count, place }) => [count, place])).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(clustersIn(indexClusters(new Float64Array(0)), world, 3)).toEqual([]);
  });

  it('are the same after the index has been posted to a worker', () => {
    const index = indexClusters(Float64Array.from({ length: 600 }, (_, at) => (at % 2 ? 28 : 112) + (at % 97) / 50));
    expect(clustersIn(structuredClone(index), world, 7)).toEqual(clustersIn(index, world, 7));
  });
});

describe('a cluster that is clicked', () => {
  it('comes apart at the nearest zoom that divides it', () => {
    fc.assert(
      fc.property(province, fc.integer({ min: 2, max: 12 }), (positions, zoom) => {
        const index = indexClusters(positions);
        const cluster = clustersIn(index, world, zoom).find(({ count }) => count > 1);
        fc.pre(cluster !== undefined);
        const places = new Set(placesOf(index, cluster));
        const parts = (at: number) =>
          clustersIn(index, world, at).filter((part) => placesOf(index, part).some((place) => places.has(place))).length;
        const next = splitZoom(index, cluster, zoom) ?? deepestZoom + 1;
        for (let at = zoom + 1; at < next; at++) expect(parts(at)).toBe(1);
        if (next <= deepestZoom) expect(parts(next)).toBeGreaterThan(1);
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  it('stays together where its places stand at one spot', () => {
    const index = indexClusters(Float64Array.of(112, 28, 112, 28));
    expect(splitZoom(index, clustersIn(index, world, 5)[0]!, 5)).toBeUndefined();
  });
});
