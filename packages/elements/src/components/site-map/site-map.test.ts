import { sendKeys } from '@web/test-runner-commands';
import type { Site } from '@fp-kit/sdk';
import { expect } from 'chai';
import './site-map.define.js';
import { zhCN } from '../../locales/zh-CN.js';
import { en } from '../../locales/en.js';
import { testAccessibility } from '../../testing/accessibility.js';
import { heard, inside, mount, seen, settled } from '../../testing/page.js';
import { sampleSites } from '../../testing/sites.js';
import { watchPage } from '../../testing/watch-page.js';
import { hoursWords } from './opening-hours.js';
import { siteMapExamples } from './site-map.examples.js';
import type { FpSiteMap } from './site-map.js';
import { telHref, wayThere } from './way-there.js';

const show = (sites: unknown) => mount(Object.assign(document.createElement('fp-site-map'), { sites }));
const cards = (map: FpSiteMap) => inside(map, '.site');

describe('fp-site-map', () => {
  const page = watchPage();

  testAccessibility(siteMapExamples);

  it('shows what, where, when and how each site stands', async () => {
    const map = await show(sampleSites);
    expect(seen(cards(map)[0]!)).to.equal(
      '暖心家园 省级 正常开放 清河街道暖心家园 地址 示例市清河区解放路12号社区综合服务中心二楼 开放时间 周一至周五 09:00\u2060–\u206011:30、14:30\u2060–\u206017:30；法定节假日休息 服务 心理疏导、健康讲座、手工活动 0000-6655 0101 去这里',
    );
    expect(cards(map).map((card) => seen(card.querySelector('.status')!))).to.deep.equal([
      '正常开放',
      '正常开放',
      '暂停开放',
      '正常开放',
      '筹建中',
      '已关闭',
    ]);
    expect(page.server.requests).to.deep.equal([]);
  });

  it('reads a file of sites from src, and asks for nothing else', async () => {
    page.server.serve('/sites.json', { sites: sampleSites, note: '样例' });
    const map = await mount<FpSiteMap>('<fp-site-map src="/sites.json"></fp-site-map>');
    expect(cards(map)).to.have.length(6);
    expect(page.server.requests).to.deep.equal(['/sites.json']);
    expect(inside(map, 'img, iframe, script, link')).to.have.length(0);
  });

  it('keeps the light DOM where a position has no coordinate system', async () => {
    const map = await show([{ ...sampleSites[0], location: { lng: 113, lat: 34 } }]);
    expect(map.dataset.state).to.equal('error');
    expect(page.log.warnings[0]).to.contain('sites[0].location.crs');
  });

  describe('the filter', () => {
    it('lists each type with its count and announces how many are shown', async () => {
      const map = await show(sampleSites);
      expect(inside(map, '.choice').map(seen)).to.deep.equal([
        '全部 6',
        '暖心家园 2',
        '向日葵亲子小屋 1',
        '优生优育指导中心 1',
        '人口文化长廊 1',
        '药具自助发放机 1',
      ]);
      const status = inside(map, '[role=status]')[0]!;
      expect(status.innerText).to.equal('共 6 处阵地');
      inside(map, '.choice')[1]!.click();
      await map.updateComplete;
      expect(cards(map)).to.have.length(2);
      expect(inside(map, '[role=status]')[0]).to.equal(status);
      expect(status.innerText).to.equal('显示 2 处，共 6 处');
    });

    it('is a group of radio buttons for the keyboard', async () => {
      const map = await show(sampleSites);
      await sendKeys({ press: 'Tab' });
      const radio = map.shadowRoot!.activeElement as HTMLInputElement;
      expect(heard(radio)).to.equal('全部 6');
      expect(heard(inside(map, 'fieldset')[0]!)).to.equal('按类型筛选');
      await sendKeys({ press: 'ArrowRight' });
      await map.updateComplete;
      expect(cards(map)).to.have.length(2);
      await sendKeys({ press: 'ArrowLeft' });
      await map.updateComplete;
      expect(cards(map)).to.have.length(6);
    });

    it('falls back to all when newer data no longer has the type, and is left out where there is one type', async () => {
      const map = await show(sampleSites);
      inside(map, '.choice')[1]!.click();
      map.sites = sampleSites.filter(({ type }) => type !== 'warm-home');
      await map.updateComplete;
      await settled(map);
      expect(cards(map)).to.have.length(4);
      expect(inside<HTMLInputElement>(map, 'input')[0]!.checked).to.equal(true);
      map.sites = sampleSites.slice(0, 1);
      await map.updateComplete;
      await settled(map);
      expect(inside(map, 'fieldset')).to.have.length(0);
    });
  });

  describe('choosing', () => {
    it('tells the page, across shadow roots, and marks the site', async () => {
      const map = await show(sampleSites);
      const chosen: Site[] = [];
      const listen = (event: Event) => chosen.push((event as CustomEvent<{ site: Site }>).detail.site);
      document.addEventListener('fp-site-select', listen);
      inside(map, 'h3 button')[1]!.click();
      await map.updateComplete;
      document.removeEventListener('fp-site-select', listen);
      expect(chosen).to.deep.equal([sampleSites[1]]);
      expect(inside(map, 'h3 button').map((button) => button.getAttribute('aria-pressed'))).to.deep.equal([
        'false',
        'true',
        'false',
        'false',
        'false',
        'false',
      ]);
    });

    it('can be refused, and then keeps the earlier choice', async () => {
      const map = await show(sampleSites);
      inside(map, 'h3 button')[0]!.click();
      map.addEventListener('fp-site-select', (event) => event.preventDefault());
      inside(map, 'h3 button')[1]!.click();
      await map.updateComplete;
      expect(inside(map, '[aria-pressed=true]').map((button) => button.innerText)).to.deep.equal(['清河街道暖心家园']);
    });
  });

  describe('the way there', () => {
    const site = { name: '甲 & 乙/“丙”,1号', address: '解放路#1' };

    it('states the coordinate system of the position', () => {
      const at = (crs: NonNullable<Site['location']>['crs']) => wayThere({ ...site, location: { lng: 113.6401, lat: 34.7244, crs } });
      const name = encodeURIComponent(site.name);
      expect(at('gcj02')).to.equal(
        `https://uri.amap.com/marker?position=113.6401,34.7244&name=${name}&src=fp-kit&coordinate=gaode&callnative=1`,
      );
      expect(at('wgs84')).to.contain('coordinate=wgs84');
      expect(at('cgcs2000')).to.contain('coordinate=wgs84');
      expect(at('bd09')).to.equal(
        `https://api.map.baidu.com/marker?location=34.7244,113.6401&title=${name}&content=${encodeURIComponent(site.address)}&output=html&coord_type=bd09ll&src=webapp.fp-kit.site-map`,
      );
      expect(new URL(at('gcj02')!).searchParams.get('name')).to.equal(site.name);
    });

    it('is left out where the position is unknown', async () => {
      expect(wayThere(site)).to.equal(undefined);
      const map = await show(sampleSites);
      expect(cards(map)[4]!.querySelectorAll('a')).to.have.length(0);
    });

    it('opens elsewhere, tells nobody where from, and says so', async () => {
      const map = await show(sampleSites);
      const link = inside<HTMLAnchorElement>(map, '.way')[0]!;
      expect(link.target).to.equal('_blank');
      expect(link.rel).to.equal('noopener noreferrer');
      expect(heard(link)).to.equal('去这里：清河街道暖心家园（在新窗口打开地图）');
    });
  });

  describe('telephone', () => {
    for (const [phone, href] of [
      ['0371-6655 0101', 'tel:037166550101'],
      ['(0371) 66550101', 'tel:037166550101'],
      ['+86 371 6655 0101', 'tel:+8637166550101'],
      ['0371-66550101转8002', 'tel:037166550101,8002'],
      ['12356', 'tel:12356'],
      ['待定', undefined],
    ] as const) {
      it(`${phone} → ${href ?? 'no link'}`, () => {
        expect(telHref(phone)).to.equal(href);
      });
    }
  });

  describe('opening hours', () => {
    it('never break at the dash between two times', () => {
      expect(hoursWords('周六 08:00-12:00', zhCN)).to.equal('周六 08:00\u2060-\u206012:00');
    });

    for (const [text, chinese, english] of [
      ['24/7', '24 小时开放', 'Open 24 hours'],
      ['Mo-Fr 09:00-17:00', '周一至周五 09:00–17:00', 'Mon–Fri 09:00–17:00'],
      [
        'Mo-Fr 08:30-12:00, 14:00-17:30; PH off',
        '周一至周五 08:30–12:00、14:00–17:30；法定节假日休息',
        'Mon–Fri 08:30–12:00, 14:00–17:30; Public holidays closed',
      ],
      ['Sa,Su 10:00-16:00', '周六、周日 10:00–16:00', 'Sat, Sun 10:00–16:00'],
      ['09:00-17:00', '09:00–17:00', '09:00–17:00'],
      ['工作日上午九点至下午五点', '工作日上午九点至下午五点', '工作日上午九点至下午五点'],
      ['Apr-Oct: Mo-Fr 09:00-17:00', 'Apr-Oct: Mo-Fr 09:00-17:00', 'Apr-Oct: Mo-Fr 09:00-17:00'],
      ['off', 'off', 'off'],
    ] as const) {
      it(text, () => {
        expect(hoursWords(text, zhCN).replace(/\u2060/g, '')).to.equal(chinese);
        expect(hoursWords(text, en).replace(/\u2060/g, '')).to.equal(english);
      });
    }
  });
});
