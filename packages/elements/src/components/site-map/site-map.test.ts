import { sendKeys } from '@web/test-runner-commands';
import type { Site } from '@fp-kit/sdk';
import { expect } from 'chai';
import './site-map.define.js';
import { testAccessibility } from '../../testing/accessibility.js';
import { heard, inside, mount, seen, settled, until } from '../../testing/page.js';
import { sampleSites } from '../../testing/sites.js';
import { watchPage } from '../../testing/watch-page.js';
import { siteMapExamples } from './site-map.examples.js';
import type { FpSiteMap } from './site-map.js';

const show = (sites: unknown) => mount(Object.assign(document.createElement('fp-site-map'), { sites }));
const cards = (map: FpSiteMap) => inside(map, '.site');

describe('fp-site-map', () => {
  const page = watchPage();

  testAccessibility(siteMapExamples);

  it('shows each site as a card, with how it stands', async () => {
    const map = await show(sampleSites);
    expect(inside(map, '.site h3').map(seen)).to.deep.equal(sampleSites.map(({ name }) => name));
    expect(cards(map).map((card) => seen(card.querySelector('.status')!))).to.deep.equal([
      '正常服务',
      '正常服务',
      '暂停开放',
      '正常服务',
      '筹建中',
      '已关闭',
    ]);
    expect(page.server.requests).to.deep.equal([]);
  });

  it('says how many there are with the first paint, and lists two dozen of them after it', async () => {
    const many = Array.from({ length: 60 }, (_, number) => ({ ...sampleSites[0]!, id: `s${number}` }));
    const map = await show(many);
    expect(inside(map, '[role=status]')[0]!.innerText).to.equal('共 60 处阵地');
    await until(() => cards(map).length === 24);
    inside(map, '[data-deed=more]')[0]!.click();
    await map.updateComplete;
    expect(cards(map)).to.have.length(48);
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
    const few = sampleSites.filter(({ type }) => type !== 'contraceptive-dispenser');
    const status = (map: FpSiteMap) => inside(map, '[role=status]')[0]!;

    it('shows a few types as buttons with their counts, and says how many sites are shown', async () => {
      const map = await show(few);
      expect(inside(map, 'fieldset .choice').map(seen)).to.deep.equal([
        '全部类型 5',
        '暖心家园 2',
        '向日葵亲子小屋 1',
        '优生优育指导中心 1',
        '人口文化长廊 1',
      ]);
      expect(status(map).innerText).to.equal('共 5 处阵地');
      const line = status(map);
      inside(map, '.choice')[1]!.click();
      await map.updateComplete;
      expect(cards(map)).to.have.length(2);
      expect(status(map)).to.equal(line);
      expect(line.innerText).to.equal('显示 2 处，共 5 处');
    });

    it('shows many types as one field', async () => {
      const map = await show(sampleSites);
      const field = inside<HTMLSelectElement>(map, 'select[name=type]')[0]!;
      expect(heard(field)).to.equal('按类型筛选');
      expect([...field.options].map(({ text }) => text.trim()).slice(0, 3)).to.deep.equal([
        '全部类型',
        '暖心家园 (2)',
        '向日葵亲子小屋 (1)',
      ]);
      field.value = 'warm-home';
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await map.updateComplete;
      expect(cards(map)).to.have.length(2);
      expect(map.type).to.equal('warm-home');
    });

    it('is a group of radio buttons for the keyboard', async () => {
      const map = await show(few);
      const radio = inside<HTMLInputElement>(map, 'fieldset input')[0]!;
      radio.focus();
      expect(heard(radio)).to.equal('全部类型 5');
      expect(heard(inside(map, 'fieldset')[0]!)).to.equal('按类型筛选');
      await sendKeys({ press: 'ArrowRight' });
      await map.updateComplete;
      expect(cards(map)).to.have.length(2);
      await sendKeys({ press: 'ArrowLeft' });
      await map.updateComplete;
      expect(cards(map)).to.have.length(5);
    });

    it('says that nothing fits where newer data no longer has the type, and leads back', async () => {
      const map = await show(sampleSites);
      map.type = 'warm-home';
      map.sites = sampleSites.filter(({ type }) => type !== 'warm-home');
      await settled(map);
      expect(status(map).innerText).to.equal('没有符合条件的阵地（共 4 处）');
      inside(map, '[data-deed=clear]')[0]!.click();
      await settled(map);
      expect(cards(map)).to.have.length(4);
    });

    it('by grade, by service and by what is open now', async () => {
      const map = await show(sampleSites);
      map.grade = '国家级';
      await settled(map);
      expect(inside(map, '.site h3').map(seen)).to.deep.equal(['示例市优生优育指导中心']);
      map.grade = '';
      map.service = '健康讲座';
      await settled(map);
      expect(inside(map, '.site h3').map(seen)).to.deep.equal(['清河街道暖心家园']);
      map.service = '';
      map.sites = sampleSites.map((site) => ({ ...site, openingHours: site.id === 'p1' ? '24/7' : '待定' }));
      map.openNow = true;
      await settled(map);
      expect(inside(map, '.site h3').map(seen)).to.deep.equal(['柳园社区向日葵亲子小屋']);
    });

    it('counts grades and services once the rest of it is opened', async () => {
      const map = await show(sampleSites);
      const button = inside(map, '[data-deed=further]')[0]!;
      const further = () => inside<HTMLSelectElement>(map, 'select:not([name=type])');
      expect(further()).to.have.length(0);
      button.click();
      await until(() => further().length === 2);
      const [grade, service] = further();
      expect([heard(grade!), heard(service!)]).to.deep.equal(['级别', '服务']);
      expect([...grade!.options].map(({ text }) => text.trim())).to.include('国家级 (1)');
      grade!.value = '国家级';
      grade!.dispatchEvent(new Event('change', { bubbles: true }));
      await settled(map);
      inside(map, '[data-deed=clear]')[0]!.click();
      await settled(map);
      expect(button.getAttribute('aria-expanded')).to.equal('true');
      expect(further()).to.have.length(2);
      button.click();
      await settled(map);
      expect(further()).to.have.length(0);
    });

    it('is left out where there is nothing to choose', async () => {
      const map = await show(sampleSites.slice(4, 5));
      expect(inside(map, 'fieldset, select, input')).to.have.length(0);
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
});
