import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { Site } from '@fp-kit/sdk';
import { expect } from 'chai';
import './site-map.define.js';
import { heard, inside, itWithTab, mount, seen, settled, until } from '../../testing/page.js';
import { sampleSites } from '../../testing/sites.js';
import { watchPage } from '../../testing/watch-page.js';
import type { FpSiteMap } from './site-map.js';
import { metresPerPixel, movedBy, onScreen, toDegrees, toSquare, viewOn, zoomedAt } from './map-view.js';
import { tilesOf } from './tiles.js';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Sites around two towns, three in one and two in the other, and one by itself. */
const spread: Site[] = [
  [113.62, 34.75],
  [113.621, 34.751],
  [113.622, 34.749],
  [114.3, 34.8],
  [114.301, 34.801],
  [113.9, 33.9],
].map(([lng, lat], i) => ({
  id: `s${i}`,
  type: i % 2 ? 'warm-home' : 'parent-child-house',
  name: `样例阵地${'甲乙丙丁戊己'.charAt(i)}`,
  address: `示例市${i + 1}号`,
  location: { lng: lng!, lat: lat!, crs: 'wgs84' },
  services: i % 2 ? ['心理疏导'] : ['亲子阅读'],
  status: 'open',
}));

async function showMap(sites: unknown = spread, attributes: Record<string, string> = {}): Promise<FpSiteMap> {
  const element = Object.assign(document.createElement('fp-site-map'), { sites });
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.style.display = 'block';
  element.style.width = '600px';
  const map = await mount(element);
  map.scrollIntoView();
  await until(() => inside(map, '.mark').length > 0);
  return map;
}

/** Waits until the map has come to rest. */
async function rest(map: FpSiteMap): Promise<void> {
  const now = () =>
    [
      ...inside(map, '.graticule path').map((lines) => lines.getAttribute('d')),
      ...inside(map, '.mark').map((mark) => mark.style.getPropertyValue('--_at')),
    ].join();
  await frame();
  for (let still = 0, before = ''; still < 4; still = before === now() ? still + 1 : 0) {
    before = now();
    await frame();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await settled(map);
}

const marks = (map: FpSiteMap) => inside(map, '.mark').map(heard).sort();
const names = (map: FpSiteMap) => inside(map, '.site h3').map(seen);

describe('fp-site-map, the map', () => {
  const page = watchPage();

  describe('its geometry', () => {
    it('turns degrees to the unit square and back', () => {
      for (const [lng, lat] of [
        [0, 0],
        [113.62, 34.75],
        [-180, 85],
        [73.5, 3.9],
      ] as const) {
        const [x, y] = toDegrees(...toSquare(lng, lat));
        expect(x).to.be.closeTo(lng, 1e-9);
        expect(y).to.be.closeTo(lat, 1e-9);
      }
    });

    it('keeps the point under the hand where it is when it zooms', () => {
      const size = { width: 600, height: 400 };
      const view = { x: 0.8, y: 0.4, zoom: 9 };
      const place = [0.8003, 0.3999] as const;
      const [left, top] = onScreen(view, size, ...place);
      const zoomed = zoomedAt(view, 11, left - 300, top - 200);
      expect(onScreen(zoomed, size, ...place)[0]).to.be.closeTo(left, 1e-6);
      expect(onScreen(zoomed, size, ...place)[1]).to.be.closeTo(top, 1e-6);
    });

    it('shows all of a rectangle, and stays in the square', () => {
      const size = { width: 600, height: 400 };
      const bounds = { west: 0.81, east: 0.82, north: 0.4, south: 0.405 };
      const view = viewOn(bounds, size);
      for (const [x, y] of [
        [bounds.west, bounds.north],
        [bounds.east, bounds.south],
      ] as const) {
        const [left, top] = onScreen(view, size, x, y);
        expect(left).to.be.within(0, size.width);
        expect(top).to.be.within(0, size.height);
      }
      expect(movedBy(view, 1e9, 1e9)).to.include({ x: 1, y: 1 });
    });

    it('knows how long a pixel is', () => {
      // At 60° north half of what it is at the equator.
      const [x, y] = toSquare(30, 60);
      expect(metresPerPixel({ x, y, zoom: 0 })).to.be.closeTo(40_075_016.686 / 256 / 2, 1);
    });
  });

  describe('marks', () => {
    it('gather sites that stand too close, and name what they are', async () => {
      const map = await showMap();
      expect(marks(map)).to.deep.equal(['样例阵地己，暖心家园', '这一带 2 处阵地，放大查看', '这一带 3 处阵地，放大查看']);
    });

    it('come apart when they are pressed', async () => {
      const map = await showMap();
      inside(map, '.mark')
        .find((mark) => mark.innerText.trim() === '3')!
        .click();
      await rest(map);
      expect(marks(map).filter((name) => /甲|乙|丙/.test(name))).to.have.length(3);
    });

    it('choose a site, which then stands first in the list', async () => {
      const map = await showMap();
      const chosen: string[] = [];
      map.addEventListener('fp-site-select', (event) => chosen.push((event as CustomEvent<{ site: Site }>).detail.site.id));
      inside(map, '.mark')
        .find((mark) => heard(mark).startsWith('样例阵地己'))!
        .click();
      await rest(map);
      expect(chosen).to.deep.equal(['s5']);
      expect(names(map)[0]).to.equal('样例阵地己');
      expect(inside(map, '.mark[aria-pressed=true]').map(heard)).to.deep.equal(['样例阵地己，暖心家园']);
    });

    it('that no map can part list all their sites', async () => {
      const map = await showMap(spread.map((site) => ({ ...site, location: spread[3]!.location })));
      inside(map, '.mark')[0]!.click();
      await rest(map);
      expect(inside(map, '.mark.chosen').map(heard)).to.deep.equal(['样例阵地甲，向日葵亲子小屋']);
      expect(names(map)).to.have.length(6);
    });

    it('show what is chosen in the list, where it stood in the list', async () => {
      const map = await showMap();
      inside(map, '.site h3 button')[3]!.click();
      await rest(map);
      expect(names(map)[3]).to.equal('样例阵地丁');
      expect(inside(map, '.mark.chosen').map(heard)).to.deep.equal(['样例阵地丁，暖心家园']);
    });

    it('show the whole name of what the page has chosen, at the edge of a narrow map too', async () => {
      const apart = spread
        .slice(0, 2)
        .map((site, i) => ({ ...site, location: { lng: 113.6 + i * 0.79, lat: 34.75, crs: 'wgs84' as const } }));
      const element = Object.assign(document.createElement('fp-site-map'), { sites: apart, site: 's1', theme: 'elder' });
      element.style.display = 'block';
      element.style.width = '372px';
      const map = await mount(element);
      map.scrollIntoView();
      await until(() => inside(map, '.mark.chosen').length > 0);
      await rest(map);
      const stage = inside(map, '.stage')[0]!.getBoundingClientRect();
      const name = inside(map, '.mark.chosen .name')[0]!.getBoundingClientRect();
      expect(name.left).to.be.at.least(stage.left);
      expect(name.right).to.be.at.most(stage.right);
      expect(name.bottom).to.be.at.most(stage.bottom);
    });

    for (const [where, lat] of [
      ['below', -0.32],
      ['above', 0.32],
    ] as const) {
      it(`do not hide one that stands ${where} under the name of what is chosen`, async () => {
        const at = (lng: number, lat: number, i: number) => ({ ...spread[i]!, location: { lng, lat, crs: 'wgs84' as const } });
        const long = { ...at(113.6, 34.75, 0), name: '样例阵地甲，街道和社区一起办的示范家园' };
        const sites = [long, at(113.6, 34.75 + lat, 1), at(112.9, 34.4, 2), at(114.3, 35.1, 3)];
        // Of one height in every engine, and so of one zoom.
        const map = await showMap(sites, { style: '--fp-map-height: 330px' });
        const [chosen, beside] = ['甲', '乙'].map((name) =>
          inside(map, '.mark').find((mark) => heard(mark).startsWith(`样例阵地${name}`))!,
        );
        chosen!.click();
        await rest(map);
        const name = chosen!.querySelector('.name')!.getBoundingClientRect();
        const face = beside!.querySelector('.face')!.getBoundingClientRect();
        expect(Math.abs(face.top - chosen!.getBoundingClientRect().top)).to.be.below(90);
        expect(where === 'below' ? name.bottom <= face.top : name.top >= face.bottom).to.equal(true);
      });
    }

    it('gather earlier where they are large, so that none covers another, and come apart all the same', async () => {
      const row = Array.from({ length: 4000 }, (_, i) => ({
        ...spread[i % 6]!,
        id: String(i),
        location: { lng: 113.6 + i * 0.0003, lat: 34.75, crs: 'wgs84' as const },
      }));
      const map = await showMap(row, { theme: 'elder' });
      const areApart = () => {
        const boxes = inside(map, '.mark .face')
          .map((face) => face.getBoundingClientRect())
          .sort((a, b) => a.left - b.left);
        return boxes.length > 1 && boxes.every(({ left }, i) => i === 0 || left >= boxes[i - 1]!.right);
      };
      expect(areApart()).to.equal(true);
      const before = marks(map);
      inside(map, '.cluster')[0]!.click();
      await rest(map);
      expect(marks(map)).not.to.deep.equal(before);
      expect(areApart()).to.equal(true);
      expect(map.site).to.equal('');
    });

    it('follow the filter', async () => {
      const map = await showMap();
      map.type = 'warm-home';
      await rest(map);
      expect(marks(map).join()).not.to.contain('亲子小屋');
      expect(names(map)).to.deep.equal(['样例阵地乙', '样例阵地丁', '样例阵地己']);
    });
  });

  describe('hands', () => {
    it('drag it, and a drag chooses nothing', async () => {
      const map = await showMap();
      const mark = inside(map, '.mark').find((one) => heard(one).startsWith('样例阵地己'))!;
      const { x, y, width, height } = mark.getBoundingClientRect();
      const at: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
      await sendMouse({ type: 'move', position: at });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [at[0] + 40, at[1] - 30] });
      await frame();
      await sendMouse({ type: 'up' });
      await rest(map);
      const after = mark.getBoundingClientRect();
      expect(after.x - x).to.be.closeTo(40, 2);
      expect(after.y - y).to.be.closeTo(-30, 2);
      expect(map.site).to.equal('');
    });

    it('leave the wheel to the page, and say how to zoom', async () => {
      const map = await showMap();
      const stage = inside(map, '.stage')[0]!;
      const turn = (ctrlKey: boolean) => {
        const event = new WheelEvent('wheel', { deltaY: -100, ctrlKey, cancelable: true, bubbles: true });
        stage.dispatchEvent(event);
        return event.defaultPrevented;
      };
      expect(turn(false)).to.equal(false);
      expect(inside(map, '.hint.shown').map((hint) => hint.textContent)).to.deep.equal(['按住 Ctrl 再滚动，可缩放地图']);
      const before = marks(map).length;
      for (let i = 0; i < 12; i++) expect(turn(true)).to.equal(true);
      await rest(map);
      expect(marks(map).length).not.to.equal(before);
    });

    it('with keys: arrows move, plus and minus zoom', async () => {
      const map = await showMap();
      inside(map, '.stage')[0]!.focus();
      const where = () =>
        inside(map, '.mark')
          .find((mark) => heard(mark).startsWith('样例阵地己'))!
          .getBoundingClientRect();
      const before = where();
      await sendKeys({ press: 'ArrowRight' });
      await rest(map);
      expect(where().x).to.be.below(before.x - 50);
      await sendKeys({ press: '-' });
      await sendKeys({ press: '-' });
      await rest(map);
      expect(marks(map)).to.have.length(1);
    });

    itWithTab('skip it by keyboard', async () => {
      const map = await showMap();
      inside(map, '.skip')[0]!.focus();
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Tab' });
      expect(map.shadowRoot!.activeElement?.textContent.trim()).to.equal('样例阵地甲');
    });

    it('buttons zoom, and show all again', async () => {
      const map = await showMap();
      const [zoomIn, , all] = inside(map, '.controls button');
      const before = marks(map);
      for (let i = 0; i < 3; i++) {
        zoomIn!.click();
        await rest(map);
      }
      expect(marks(map)).not.to.deep.equal(before);
      all!.click();
      await rest(map);
      expect(marks(map)).to.deep.equal(before);
    });
  });

  describe('what is near', () => {
    const locate = (answer: (found: PositionCallback, failed: PositionErrorCallback) => void) => {
      const asked: number[] = [];
      const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'geolocation')!;
      Object.defineProperty(navigator, 'geolocation', {
        configurable: true,
        value: {
          getCurrentPosition: (found: PositionCallback, failed: PositionErrorCallback) => {
            asked.push(1);
            answer(found, failed);
          },
        },
      });
      return { asked, restore: () => Object.defineProperty(navigator, 'geolocation', { ...own, configurable: true }) };
    };

    it('is asked for on a press only, computed here, and said', async () => {
      const here = { coords: { longitude: 114.3, latitude: 34.8 } } as GeolocationPosition;
      const { asked, restore } = locate((found) => found(here));
      const map = await showMap();
      expect(asked).to.have.length(0);
      inside(map, '[data-deed=near-me]')[0]!.click();
      await until(() => inside(map, '.distance').length > 0);
      await rest(map);
      restore();
      expect(asked).to.have.length(1);
      expect(names(map).slice(0, 3)).to.deep.equal(['样例阵地丁', '样例阵地戊', '样例阵地丙']);
      expect(inside(map, '.distance').map(seen).slice(0, 2)).to.deep.equal(['0 米', '144 米']);
      expect(inside(map, '.note').map(seen)[0]).to.contain('没有发送');
      expect(page.server.requests).to.deep.equal([]);
      inside(map, '[data-deed=not-near]')[0]!.click();
      await rest(map);
      expect(names(map)[0]).to.equal('样例阵地甲');
    });

    it('says what to do where it is refused', async () => {
      const { restore } = locate((_, failed) => failed({ code: 1 } as GeolocationPositionError));
      const map = await showMap();
      inside(map, '[data-deed=near-me]')[0]!.click();
      await until(() => inside(map, '.note')[0]!.innerText.includes('没有得到定位许可'));
      restore();
      inside(map, '[data-deed=near-centre]')[0]!.click();
      await until(() => inside(map, '.distance').length > 0);
      await rest(map);
      expect(inside(map, '.distance')).to.have.length(6);
    });
  });

  describe('the base map', () => {
    const own = {
      tiles: '/tiles/{z}/{x}/{y}.png',
      'tiles-crs': 'gcj02',
      'tiles-attribution': '样例底图',
      'tiles-review-number': 'GS（2024）0000号',
    };

    it('is none, and says so, and asks nobody', async () => {
      const map = await showMap();
      expect(inside(map, '.legal').map(seen)).to.deep.equal(['位置示意：只有经纬网，没有底图']);
      expect(inside(map, 'img')).to.have.length(0);
      expect(inside(map, '.graticule text').length).to.be.above(3);
    });

    it('comes in tiles, with its number, in its own coordinates', async () => {
      const map = await showMap(spread, own);
      await until(() => inside(map, '.tiles img').length > 0);
      expect(inside(map, '.legal').map(seen)).to.deep.equal(['样例底图 审图号：GS（2024）0000号']);
      const images = inside<HTMLImageElement>(map, '.tiles img');
      expect(images.length).to.be.above(3);
      expect(new URL(images[0]!.src).pathname).to.match(/^\/tiles\/\d+\/\d+\/\d+\.png$/);
    });

    it('is not asked for before somebody comes near', async () => {
      const far = document.createElement('div');
      far.style.height = '5000px';
      document.body.append(far);
      const map = await mount(Object.assign(document.createElement('fp-site-map'), { sites: spread, ...{} }));
      for (const [name, value] of Object.entries(own)) map.setAttribute(name, value);
      await settled(map);
      await frame();
      await frame();
      expect(inside(map, 'img')).to.have.length(0);
      far.remove();
      await until(() => inside(map, 'img').length > 0);
    });

    for (const [missing, attributes] of [
      ['tiles-review-number', { ...own, 'tiles-review-number': '' }],
      ['tiles-attribution', { ...own, 'tiles-attribution': '' }],
      ['tiles-crs', { ...own, 'tiles-crs': 'bd09' }],
      ['tiles-key', { tiles: 'tianditu', 'tiles-review-number': 'GS（2024）0000号' }],
    ] as const) {
      it(`is left out without ${missing}, with one warning`, async () => {
        const map = await showMap(spread, attributes);
        expect(inside(map, 'img')).to.have.length(0);
        expect(page.log.warnings).to.have.length(1);
        expect(page.log.warnings[0]).to.contain('<fp-site-map>').and.to.contain(missing);
      });
    }

    it('of 天地图 asks for both layers by the documented address', () => {
      const tiles = tilesOf({ tiles: 'tianditu', key: 'a&b', crs: '', attribution: '', reviewNumber: 'GS（2024）0000号' });
      if ('missing' in tiles) throw new Error(tiles.missing);
      const urls = tiles.layers.map((address) => new URL(address(10, 834, 410)));
      expect(tiles.crs).to.equal('cgcs2000');
      for (const [url, layer] of [
        [urls[0]!, 'vec'],
        [urls[1]!, 'cva'],
      ] as const) {
        expect(url.host).to.equal('t4.tianditu.gov.cn');
        expect(url.pathname).to.equal(`/${layer}_w/wmts`);
        expect(Object.fromEntries(url.searchParams)).to.deep.equal({
          SERVICE: 'WMTS',
          REQUEST: 'GetTile',
          VERSION: '1.0.0',
          LAYER: layer,
          STYLE: 'default',
          TILEMATRIXSET: 'w',
          FORMAT: 'tiles',
          TILEMATRIX: '10',
          TILEROW: '410',
          TILECOL: '834',
          tk: 'a&b',
        });
      }
    });
  });

  describe('without locations', () => {
    it('is left out, and the list is all', async () => {
      const map = await mount(
        Object.assign(document.createElement('fp-site-map'), { sites: spread.map(({ location: _, ...site }) => site) }),
      );
      expect(inside(map, '.map')).to.have.length(0);
      expect(names(map)).to.have.length(6);
    });

    it('says how many stand in the list alone', async () => {
      const map = await showMap(sampleSites);
      expect(inside(map, '.unplaced').map(seen)).to.deep.equal(['其中 2 处没有坐标，只列在下面']);
    });
  });

  describe('the list', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ ...spread[i % 6]!, id: `m${i}`, name: `样例阵地${i}` }));

    it('comes in pieces, and goes on where the keyboard was', async () => {
      const map = await showMap(many);
      expect(names(map)).to.have.length(24);
      inside(map, '[data-deed=more]')[0]!.click();
      await rest(map);
      expect(names(map)).to.have.length(48);
      expect(map.shadowRoot!.activeElement?.textContent.trim()).to.equal('样例阵地24');
    });

    it('is whole on paper, and as it was afterwards', async () => {
      const map = await showMap(many);
      window.dispatchEvent(new Event('beforeprint'));
      await settled(map);
      expect(names(map)).to.have.length(60);
      window.dispatchEvent(new Event('afterprint'));
      await settled(map);
      expect(names(map)).to.have.length(24);
    });

    it('finds by words and by pinyin, and marks what it found', async () => {
      const map = await showMap(many);
      map.query = 'xlsd';
      await settled(map);
      expect(names(map)).to.have.length(24);
      expect(inside(map, 'mark').map(seen)[0]).to.equal('心理疏导');
      map.query = '没有的';
      await settled(map);
      expect(inside(map, '[role=status]')[0]!.innerText).to.equal('没有符合条件的阵地（共 60 处）');
    });

    it('keeps search, filter and choice in the page’s address', async () => {
      const map = await showMap(spread, { history: '' });
      map.site = '';
      inside(map, '.site h3 button')[1]!.click();
      expect(new URLSearchParams(location.hash.slice(1)).get('map-site')).to.equal('s1');
      location.hash = '#map-type=warm-home&other=1';
      await until(() => map.type === 'warm-home');
      await settled(map);
      expect(names(map)).to.have.length(3);
      window.history.replaceState(null, '', location.pathname + location.search);
    });
  });
});
