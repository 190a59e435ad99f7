import type { Site } from '@fp-kit/sdk';
import { expect } from 'chai';
import './site-card.define.js';
import { sitesEn } from '../../locales/sites/en.js';
import { sitesZhCN } from '../../locales/sites/zh-CN.js';
import { testAccessibility } from '../../testing/accessibility.js';
import { heard, inside, mount, seen, settled, showsFallback } from '../../testing/page.js';
import { sampleSites } from '../../testing/sites.js';
import { watchPage } from '../../testing/watch-page.js';
import { openingOf } from './opening-now.js';
import { hoursWords } from './opening-words.js';
import { siteCardExamples } from './site-card.examples.js';
import type { FpSiteCard } from './site-card.js';
import { telHref } from './ways.js';

const show = (site: unknown) => mount(Object.assign(document.createElement('fp-site-card'), { site }));
const site = sampleSites[0]!;

describe('fp-site-card', () => {
  const page = watchPage();

  testAccessibility(siteCardExamples);

  it('shows what, where, when, what for, by phone and the way there', async () => {
    const card = await show({ ...site, openingHours: undefined, inspectedOn: '2026-03-01' });
    expect(seen(card)).to.equal(
      '暖心家园 省级 正常服务 清河街道暖心家园 地址 示例市清河区解放路12号社区综合服务中心二楼 服务 心理疏导、健康讲座、手工活动 安全检查 2026-03-01 0000-6655 0101 去这里',
    );
  });

  it('finds its site in a file, and asks once', async () => {
    page.server.serve('/sites.json', { sites: sampleSites });
    const card = await mount<FpSiteCard>('<fp-site-card src="/sites.json" site="c1"></fp-site-card>');
    expect(seen(inside(card, 'h3')[0]!)).to.equal('示例市优生优育指导中心');
    card.site = 'd1';
    await settled(card);
    await settled(card);
    expect(seen(inside(card, 'h3')[0]!)).to.equal('火车站药具自助发放机');
    expect(page.server.requests).to.deep.equal(['/sites.json']);
  });

  it('says that the file has no such site', async () => {
    const card = Object.assign(document.createElement('fp-site-card'), { sites: sampleSites, site: 'x' });
    await mount(card);
    expect(card.dataset.state).to.equal('empty');
  });

  it('keeps the light DOM where the site is none', async () => {
    const card = Object.assign(document.createElement('fp-site-card'), { site: { id: 'x' } });
    card.innerHTML = '<p>清河街道暖心家园</p>';
    await mount(card);
    expect(card.dataset.state).to.equal('error');
    expect(showsFallback(card)).to.equal(true);
    expect(page.log.warnings[0]).to.contain('<fp-site-card>');
  });

  describe('the way there', () => {
    it('opens in each map with the position in a system that it knows, and tells nobody where from', async () => {
      const card = await show(site);
      inside(card, '.way summary')[0]!.click();
      const links = inside<HTMLAnchorElement>(card, '.way a');
      expect(links.map(({ host }) => host)).to.deep.equal(['uri.amap.com', 'api.map.baidu.com', 'apis.map.qq.com']);
      expect(new URL(links[0]!.href).searchParams.get('coordinate')).to.equal('gaode');
      expect(new URL(links[1]!.href).searchParams.get('coord_type')).to.equal('gcj02');
      for (const link of links) {
        expect(link.target).to.equal('_blank');
        expect(link.rel).to.equal('noopener noreferrer');
      }
      expect(heard(links[0]!)).to.equal('用高德地图去清河街道暖心家园（在新窗口打开）');
    });

    it('opens in WeChat’s own map where the page has it, in GCJ-02', async () => {
      const opened: { latitude: number; longitude: number; name: string }[] = [];
      const holder = window as { wx?: unknown };
      holder.wx = { openLocation: (place: (typeof opened)[0]) => opened.push(place) };
      try {
        const card = await show({ ...site, location: { lng: 113.62, lat: 34.75, crs: 'wgs84' } });
        inside(card, '.way summary')[0]!.click();
        inside(card, '.open-location')[0]!.click();
        expect(opened.map(({ name }) => name)).to.deep.equal(['清河街道暖心家园']);
        // Six hundred metres from where WGS 84 has it.
        expect(opened[0]!.longitude - 113.62).to.be.within(0.005, 0.007);
      } finally {
        delete holder.wx;
      }
    });

    it('is left out where the position is unknown', async () => {
      const card = await show(sampleSites[4]);
      inside(card, '.way summary')[0]!.click();
      expect(inside(card, '.way li').map(seen)).to.deep.equal(['复制地址']);
    });
  });

  it('copies the address, and says so', async () => {
    const copied: string[] = [];
    const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    const card = await show(site);
    inside(card, '.way summary')[0]!.click();
    inside(card, '.copy')[0]!.click();
    await Promise.resolve();
    await Promise.resolve();
    if (own) Object.defineProperty(navigator, 'clipboard', { ...own, configurable: true });
    expect(copied).to.deep.equal([site.address]);
    expect(inside(card, '.copied')[0]!.textContent).to.equal('已复制');
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

  describe('open now', () => {
    // A Friday, in Beijing.
    for (const [hours, at, said] of [
      ['Mo-Fr 09:00-17:00', '2026-03-13T10:00', ['open', '现在开放', '17:00 结束']],
      ['Mo-Fr 09:00-17:00', '2026-03-13T08:00', ['closed', '现在不开放', '09:00 开放']],
      ['周一至周五 9:00—17:00', '2026-03-13T18:00', ['closed', '现在不开放', '周一 09:00 开放']],
      ['Mo-Su 09:00-17:00', '2026-03-13T18:00', ['closed', '现在不开放', '明天 09:00 开放']],
      ['24/7', '2026-03-13T03:00', ['open', '现在开放', undefined]],
      ['每周三上午', '2026-03-18T10:00', undefined],
      ['请先电话联系', '2026-03-13T10:00', undefined],
    ] as const) {
      it(`${hours} at ${at}: ${said?.join(' ') ?? 'nothing is said'}`, () => {
        const opening = openingOf(hours, new Date(`${at}:00+08:00`), sitesZhCN);
        expect(opening && [opening.state, opening.said, opening.next]).to.deep.equal(said);
      });
    }

    it('is not said of a site that is out of service', async () => {
      const card = await show({ ...site, openingHours: '24/7', status: 'suspended' } satisfies Site);
      expect(inside(card, '.opening')).to.have.length(0);
      card.site = { ...site, openingHours: '24/7' };
      await settled(card);
      expect(inside(card, '.opening').map(seen)).to.deep.equal(['现在开放']);
    });
  });

  describe('opening hours', () => {
    it('never break at the dash between two times', () => {
      expect(hoursWords('周六 08:00-12:00', sitesZhCN)).to.equal('周六 08:00\u2060-\u206012:00');
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
        expect(hoursWords(text, sitesZhCN).replace(/\u2060/g, '')).to.equal(chinese);
        expect(hoursWords(text, sitesEn).replace(/\u2060/g, '')).to.equal(english);
      });
    }
  });
});
