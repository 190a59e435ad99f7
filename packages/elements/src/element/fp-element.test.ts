import { expect } from 'chai';
import '../components/site-map/site-map.define.js';
import '../fp-kit.js';
import { FpTaskList } from '../components/task-list/task-list.js';
import { setMessages } from '../locales/locale.js';
import { zhCN } from '../locales/zh-CN.js';
import { inside, mount, seen, settled, showsFallback, unfold, until } from '../testing/page.js';
import { emptyPlan, flatPlan, samplePlan, sampleSnapshot } from '../testing/plans.js';
import { sampleSites } from '../testing/sites.js';
import { watchPage } from '../testing/watch-page.js';
import { register } from './register.js';

const fallback = '<p>工作要点全文</p>';

describe('every element', () => {
  const page = watchPage();
  const { timeoutMs } = FpTaskList;

  afterEach(() => {
    FpTaskList.timeoutMs = timeoutMs;
    document.documentElement.lang = '';
  });

  describe('where data comes from', () => {
    it('is idle with its light DOM in view when nothing is given', async () => {
      const list = await mount(`<fp-task-list>${fallback}</fp-task-list>`);
      expect(list.dataset.state).to.equal('idle');
      expect(showsFallback(list)).to.equal(true);
      expect(page.server.requests).to.deep.equal([]);
    });

    it('reads src, keeps the light DOM until data has come, and says so', async () => {
      page.server.serve('/plan.json', sampleSnapshot, { delayMs: 30 });
      const list = document.createElement('fp-task-list');
      list.innerHTML = fallback;
      list.src = '/plan.json';
      document.body.append(list);
      await list.updateComplete;
      expect(list.dataset.state).to.equal('loading');
      expect(list.getAttribute('aria-busy')).to.equal('true');
      expect(showsFallback(list)).to.equal(true);
      await settled(list);
      expect(list.dataset.state).to.equal('ready');
      expect(list.hasAttribute('aria-busy')).to.equal(false);
      expect(showsFallback(list)).to.equal(false);
      expect(seen(list)).to.contain('示例省计划生育协会2026年工作要点');
    });

    it('prefers the property to src, set before or after it is attached', async () => {
      const before = document.createElement('fp-task-list');
      before.plan = flatPlan;
      before.src = '/never.json';
      await mount(before);
      const after = await mount<FpTaskList>('<fp-task-list></fp-task-list>');
      after.plan = flatPlan;
      await after.updateComplete;
      await settled(after);
      expect(seen(before)).to.contain('办好会员之家');
      expect(seen(after)).to.equal(seen(before));
      expect(page.server.requests).to.deep.equal([]);
    });

    it('takes up properties that were set before the element was defined', async () => {
      const early = Object.assign(document.createElement('fp-early-list'), { plan: flatPlan });
      document.body.append(early);
      customElements.define('fp-early-list', class extends FpTaskList {});
      await settled(early);
      await until(() => early.dataset.state === 'ready');
      expect(seen(early)).to.contain('办好会员之家');
    });

    it('goes back to its light DOM when src and data are taken away', async () => {
      page.server.serve('/plan.json', samplePlan);
      const list = await mount<FpTaskList>(`<fp-task-list src="/plan.json">${fallback}</fp-task-list>`);
      list.removeAttribute('src');
      await until(() => list.dataset.state === 'idle');
      expect(showsFallback(list)).to.equal(true);
    });

    it('calls a plan without tasks empty and shows the words of the page for it', async () => {
      const list = document.createElement('fp-task-list');
      list.innerHTML = `${fallback}<b slot="empty">尚未发布</b>`;
      list.plan = emptyPlan;
      await mount(list);
      expect(list.dataset.state).to.equal('empty');
      expect(list.querySelector('b')!.getClientRects().length).to.be.above(0);
      expect(showsFallback(list)).to.equal(false);
    });
  });

  for (const tag of ['fp-progress-ring', 'fp-target-meter']) {
    it(`keeps the place of ${tag} while data comes and nothing stands in it`, async () => {
      page.server.serve('/plan.json', sampleSnapshot, { delayMs: 200 });
      const element = document.createElement(tag);
      element.setAttribute('src', '/plan.json');
      document.body.append(element);
      await until(() => element.getBoundingClientRect().height > 50);
      expect(element.dataset.state).to.equal('loading');
      const before = element.getBoundingClientRect().height;
      await until(() => element.dataset.state === 'ready');
      // A line, so that nobody loses the place he reads.
      expect(element.getBoundingClientRect().height).to.be.closeTo(before, 26);
    });
  }

  describe('requests', () => {
    it('asks once for equal addresses, in flight and while held', async () => {
      page.server.serve('/plan.json', samplePlan, { delayMs: 10 });
      const [list, ring] = await Promise.all([
        mount('<fp-task-list src="/plan.json"></fp-task-list>'),
        mount('<fp-progress-ring src="./../plan.json"></fp-progress-ring>'),
      ]);
      await mount('<fp-task-list src="/plan.json"></fp-task-list>');
      expect([list.dataset.state, ring.dataset.state]).to.deep.equal(['ready', 'ready']);
      expect(page.server.requests.filter((path) => path === '/plan.json')).to.have.length(1);
    });

    it('shows the newest src, however late the older one answers', async () => {
      page.server.serve('/old.json', samplePlan, { delayMs: 60 });
      page.server.serve('/new.json', flatPlan, { delayMs: 10 });
      const list = document.createElement('fp-task-list');
      list.src = '/old.json';
      document.body.append(list);
      await until(() => page.server.requests.length === 1);
      list.src = '/new.json';
      await until(() => list.dataset.state === 'ready');
      await new Promise((resolve) => setTimeout(resolve, 80));
      expect(seen(list)).to.contain('办好会员之家');
      expect(page.server.aborted).to.deep.equal(['/old.json']);
    });

    it('aborts when the last one that waits leaves the page, and asks again when it comes back', async () => {
      page.server.hang('/plan.json');
      const tags = [document.createElement('fp-task-list'), document.createElement('fp-task-list')] as const;
      for (const tag of tags) tag.src = '/plan.json';
      document.body.append(...tags);
      await until(() => page.server.requests.length === 1);
      tags[0].remove();
      await Promise.resolve();
      expect(page.server.aborted).to.deep.equal([]);
      tags[1].remove();
      await until(() => page.server.aborted.length === 1);
      page.server.serve('/plan.json', flatPlan);
      document.body.append(tags[1]);
      await until(() => tags[1].dataset.state === 'ready');
      expect(page.server.requests).to.have.length(2);
      expect(page.log.warnings).to.deep.equal([]);
    });

    it('does not ask again when it is moved', async () => {
      page.server.serve('/plan.json', samplePlan, { delayMs: 20 });
      const list = document.createElement('fp-task-list');
      list.src = '/plan.json';
      const [here, there] = [document.createElement('div'), document.createElement('div')];
      document.body.append(here, there);
      here.append(list);
      await list.updateComplete;
      there.append(list);
      await settled(list);
      here.append(list);
      await settled(list);
      expect(list.dataset.state).to.equal('ready');
      expect(page.server.requests).to.have.length(1);
      expect(page.server.aborted).to.deep.equal([]);
    });

    it('keeps what it shows while it reloads, then shows the newer', async () => {
      page.server.serve('/plan.json', flatPlan);
      const list = await mount<FpTaskList>('<fp-task-list src="/plan.json"></fp-task-list>');
      page.server.serve('/plan.json', samplePlan, { delayMs: 10 });
      const reloaded = list.reload();
      await list.updateComplete;
      expect(list.dataset.state).to.equal('loading');
      expect(seen(list)).to.contain('办好会员之家');
      await reloaded;
      expect(list.dataset.state).to.equal('ready');
      expect(seen(list)).to.contain('夯实基层基础');
      expect(page.server.requests).to.have.length(2);
    });
  });

  it('ends a reload that the element’s leaving cut short', async () => {
    page.server.serve('/plan.json', flatPlan);
    const list = await mount<FpTaskList>('<fp-task-list src="/plan.json"></fp-task-list>');
    page.server.hang('/plan.json');
    const reloaded = list.reload();
    await until(() => page.server.requests.length === 2);
    list.remove();
    await reloaded;
    expect(page.server.aborted).to.deep.equal(['/plan.json']);
    page.server.serve('/plan.json', samplePlan);
    document.body.append(list);
    await until(() => seen(list).includes('夯实基层基础'));
  });

  describe('when data can’t be had', () => {
    const cases: [name: string, prepare: () => void, seenAs: string, said: RegExp, retry: boolean][] = [
      ['a 404', () => undefined, '没有找到最新数据。', /HTTP 404/, true],
      ['a 500', () => page.server.serve('/data.json', '', { status: 500 }), '服务器出错', /HTTP 500/, true],
      ['an answer that is not JSON', () => page.server.serve('/data.json', '{"format": "fp-plan/1", '), '不是数据', /JSON/, true],
      ['a page instead of data', () => page.server.serve('/data.json', '<!doctype html><title>404</title>'), '不是数据', /JSON/, true],
      [
        'the wrong shape',
        () => page.server.serve('/data.json', { ...samplePlan, tasks: [{ ...samplePlan.tasks[0], title: 3 }] }),
        '最新数据有误',
        /tasks\[0\]\.title/,
        false,
      ],
      ['null', () => page.server.serve('/data.json', 'null'), '最新数据有误', /object ≠ null/, false],
      ['no connection', () => page.server.refuse('/data.json'), '网络不通', /CORS/, true],
      ['a server that never answers', () => page.server.hang('/data.json'), '没有及时答复', /50 ms/, true],
    ];
    for (const [name, prepare, seenAs, said, retry] of cases) {
      it(`keeps the light DOM after ${name}, warns once, and tries again`, async () => {
        FpTaskList.timeoutMs = 50;
        prepare();
        const errors: unknown[] = [];
        const list = document.createElement('fp-task-list');
        list.innerHTML = fallback;
        list.src = '/data.json';
        list.addEventListener('fp-error', (event) => errors.push((event as CustomEvent<{ error: unknown }>).detail.error));
        await mount(list);
        expect(list.dataset.state).to.equal('error');
        expect(showsFallback(list)).to.equal(true);
        expect(seen(list)).to.contain(seenAs);
        expect(errors).to.have.length(1);
        expect(page.log.warnings).to.have.length(1);
        expect(page.log.warnings[0])
          .to.match(/^<fp-task-list>: /)
          .and.match(said);

        expect(inside(list, 'button')).to.have.length(retry ? 1 : 0);
        const askAgain = async () => {
          if (retry) inside(list, 'button')[0]!.click();
          else void list.reload();
          await list.updateComplete;
          await settled(list);
        };
        await askAgain();
        expect(list.dataset.state).to.equal('error');
        expect(page.log.warnings, 'the same problem is not said twice').to.have.length(1);

        page.server.serve('/data.json', flatPlan);
        await askAgain();
        expect(list.dataset.state).to.equal('ready');
        expect(showsFallback(list)).to.equal(false);
      });
    }

    it('asks again for all tags of one address when one of them is asked to', async () => {
      const tags = await Promise.all([
        mount<FpTaskList>(`<fp-task-list src="/plan.json">${fallback}</fp-task-list>`),
        mount(`<fp-progress-ring src="plan.json">${fallback}</fp-progress-ring>`),
        mount(`<fp-task-list src="/other.json">${fallback}</fp-task-list>`),
      ]);
      await until(() => tags.every(({ dataset }) => dataset.state === 'error'));
      page.server.serve('/plan.json', samplePlan);
      page.server.requests.length = 0;
      inside(tags[0], 'button')[0]!.click();
      await until(() => tags.slice(0, 2).every(({ dataset }) => dataset.state === 'ready'));
      expect(tags[2].dataset.state).to.equal('error');
      expect(page.server.requests).to.deep.equal(['/plan.json']);
      page.server.serve('/plan.json', flatPlan);
      await tags[0].reload();
      await until(() => inside(tags[1], '[role=progressbar]').some((ring) => ring.ariaLabel === flatPlan.title));
      expect(page.server.requests).to.deep.equal(['/plan.json', '/plan.json']);
    });

    it('warns about a property of the wrong shape, keeps the light DOM and offers no retry', async () => {
      const values = [{}, 'plan.json', 7, [], { format: 'fp-snapshot/1' }, { sites: [{ id: 1 }] }];
      for (const tag of ['fp-task-list', 'fp-progress-ring', 'fp-site-map'] as const) {
        for (const value of values) {
          const element = document.createElement(tag);
          if (tag === 'fp-site-map' && Array.isArray(value)) continue;
          element.innerHTML = fallback;
          Object.assign(element, { [tag === 'fp-site-map' ? 'sites' : 'plan']: value });
          page.log.warnings.length = 0;
          await mount(element);
          expect(element.dataset.state, `${tag} ${JSON.stringify(value)}`).to.equal('error');
          expect(showsFallback(element)).to.equal(true);
          expect(inside(element, 'button')).to.have.length(0);
          expect(page.log.warnings).to.have.length(1);
          expect(page.log.warnings[0]!.startsWith(`<${tag}>: `)).to.equal(true);
        }
      }
    });

    it('shows the words of the page beside the retry button', async () => {
      const list = await mount(`<fp-task-list src="/missing.json">${fallback}<span slot="error">请致电办公室</span></fp-task-list>`);
      expect(list.querySelector('[slot=error]')!.getClientRects().length).to.be.above(0);
      expect(inside(list, 'button')[0]!.innerText).to.equal('重试');
    });
  });

  describe('events', () => {
    it('tells of data and of failure, to the element alone', async () => {
      page.server.serve('/plan.json', sampleSnapshot);
      const told: string[] = [];
      const listen = (event: Event) => told.push(event.type);
      document.body.addEventListener('fp-load', listen);
      document.body.addEventListener('fp-error', listen);
      const list = document.createElement('fp-task-list');
      const details: unknown[] = [];
      list.addEventListener('fp-load', (event) => details.push((event as CustomEvent).detail));
      list.src = '/plan.json';
      await mount(list);
      list.src = '/missing.json';
      await until(() => list.dataset.state === 'error');
      document.body.removeEventListener('fp-load', listen);
      document.body.removeEventListener('fp-error', listen);
      expect(told).to.deep.equal([]);
      expect(details).to.have.length(1);
      expect(details[0]).to.have.nested.property('plan.title', samplePlan.title);
      expect(details[0]).to.have.nested.property('progress.total.done', 3);
    });
  });

  describe('explained by debug', () => {
    const explained = (count: number) => until(() => page.log.explained.length >= count);

    it('is silent unless asked', async () => {
      await mount(`<fp-task-list scr="/plan.json">${fallback}</fp-task-list>`);
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(page.log.explained).to.deep.equal([]);
    });

    it('tells each state with its reason, where data comes from, what it holds, and tells it once', async () => {
      page.server.serve('/plan.json', sampleSnapshot, { delayMs: 30 });
      const list = await mount<FpTaskList>(`<fp-task-list debug src="/plan.json" theme="elder" lang="zh-Hant">${fallback}</fp-task-list>`);
      await explained(2);
      const [loading, ready] = page.log.explained;
      expect(loading).to.match(/^<fp-task-list>: loading，读取 src="\/plan\.json"\n/);
      expect(ready).to.match(/^<fp-task-list>: loading → ready，/);
      for (const fact of [
        `版本\t${FpTaskList.version}`,
        `数据\tsrc="/plan.json"，即 ${location.origin}/plan.json`,
        '语言\tzh-CN，依据 <fp-task-list lang="zh-Hant">',
        '主题\telder',
        `任务 ${samplePlan.tasks.length}`,
        `截至 ${sampleSnapshot.progress!.asOf}`,
        '忽略\t无',
      ]) {
        expect(ready).to.contain(fact);
      }
      list.requestUpdate();
      await list.updateComplete;
      list.lang = 'en';
      await explained(3);
      expect(page.log.explained[2]).to.match(/^<fp-task-list>: ready: the language has changed\n/);
      expect(page.log.explained).to.have.length(3);
      await list.reload();
      await explained(5);
      expect(page.log.explained[3]).to.match(/ready → loading: reads it again\n/);
    });

    for (const [what, html, facts] of [
      ['nothing', `<fp-task-list debug></fp-task-list>`, ['idle', '没有：既没有数据属性，也没有 src']],
      ['an address without an answer', '<fp-task-list debug src="/missing.json"></fp-task-list>', ['error，', 'HTTP 404']],
      ['a data block', '<fp-task-list debug src="#absent"></fp-task-list>', ['页面中 id 为 absent 的数据块', '没有 id 为 absent 的元素']],
      [
        'what attributes say',
        '<fp-progress-ring debug value="3" max="5" label="x"></fp-progress-ring>',
        ['标签上的 value="3" max="5"', 'value 3；max 5'],
      ],
      [
        'a value beside src',
        '<fp-progress-ring debug value="3" src="/a.json"></fp-progress-ring>',
        ['忽略\tsrc="/a.json"：已由value="3"给出数据'],
      ],
      [
        'names written wrong',
        '<fp-task-list debug scr="a" sitetype="b" site_type="c" site-types="d" stat="e" nonsense class="x" data-v-1 aria-label="x" title="x" ng-if="y"></fp-task-list>',
        [
          'scr：没有这个属性，是否要写 src？；sitetype：没有这个属性，是否要写 site-type？；site_type：没有这个属性，是否要写 site-type？；' +
            'site-types：没有这个属性，是否要写 site-type？；stat：没有这个属性，是否要写 status？；nonsense：没有这个属性',
        ],
      ],
      ['a theme that is none', '<fp-target-meter debug theme="gold" value="1" min="2"></fp-target-meter>', ['主题\tlight', 'theme="gold"']],
    ] as const) {
      it(`sees ${what}`, async () => {
        await mount(html);
        await until(() => facts.every((fact) => page.log.explained.some((text) => text.includes(fact))));
        expect(page.log.explained.join('\n')).not.to.match(/class：|aria|title：|data-v|ng-if/);
      });
    }

    it('names the property that goes before src, and says where a ledger is missing', async () => {
      const map = document.createElement('fp-site-map');
      Object.assign(map, { debug: true, sites: sampleSites, src: '/sites.json' });
      await mount(map);
      await until(() => page.log.explained.some((text) => text.includes('ready')));
      expect(page.log.explained.find((text) => text.includes('ready')))
        .to.contain('脚本设置的属性 sites')
        .and.contain('src="/sites.json"：已由sites给出数据')
        .and.contain('阵地 ');
      page.server.serve('/plan.json', sampleSnapshot);
      await mount('<fp-task-list debug editable src="/plan.json"></fp-task-list>');
      await until(() => page.log.explained.some((text) => text.includes('不能填报')));
    });
  });

  describe('language and words', () => {
    it('speaks the language of the nearest lang attribute and follows it', async () => {
      const list = document.createElement('fp-task-list');
      list.plan = flatPlan;
      await mount(list);
      expect(seen(list)).to.contain('未报送');
      document.documentElement.lang = 'en-GB';
      await until(() => seen(list).includes('Not reported'));
      list.lang = 'zh-Hans';
      await until(() => seen(list).includes('未报送'));
    });

    it('keeps the kind of Chinese that the page is in, and speaks it with the words of the page', async () => {
      document.documentElement.lang = 'zh-Hant';
      const list = document.createElement('fp-task-list');
      list.plan = flatPlan;
      await mount(list);
      expect(inside(list, '.root')[0]!.lang).to.equal('zh-Hant');
      setMessages('zh-CN', { states: { ...zhCN.states, notReported: '未報送' } });
      try {
        await until(() => seen(list).includes('未報送'));
      } finally {
        setMessages('zh-CN', { states: zhCN.states });
      }
    });

    it('lets the page change words, those in view included', async () => {
      const list = document.createElement('fp-task-list');
      list.plan = flatPlan;
      await mount(list);
      unfold();
      setMessages('zh-CN', { sentence: '看原句' });
      try {
        await until(() => list.shadowRoot!.textContent.includes('看原句'));
      } finally {
        setMessages('zh-CN', { sentence: zhCN.sentence });
      }
    });
  });

  describe('registration', () => {
    it('is silent about a second copy of the same version and names both of different ones, once', () => {
      const first = customElements.get('fp-task-list');
      register(
        'fp-task-list',
        class extends HTMLElement {
          static readonly version = FpTaskList.version;
        },
      );
      expect(page.log.warnings).to.deep.equal([]);
      for (let copy = 0; copy < 2; copy++) {
        register(
          'fp-task-list',
          class extends HTMLElement {
            static readonly version = '9.9.9';
          },
        );
      }
      expect(customElements.get('fp-task-list')).to.equal(first);
      expect(page.log.warnings).to.have.length(1);
      expect(page.log.warnings[0])
        .to.match(/^<fp-task-list>: /)
        .and.contain(FpTaskList.version)
        .and.contain('9.9.9');
    });
  });

  describe('looks', () => {
    const strong = (list: FpTaskList) => getComputedStyle(inside(list, '.sum strong')[0]!);

    /** Red, green and blue, 0 to 255, of whatever CSS calls a colour. */
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const pixelOf = (colour: string): number[] => {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminanceOf = (colour: string): number => {
      const [red, green, blue] = pixelOf(colour).map((byte) => {
        const share = byte / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      }) as [number, number, number];
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    /** Contrast of two colours after WCAG 2. */
    const contrastOf = (one: string, other: string): number => {
      const [dark, light] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b) as [number, number];
      return (light + 0.05) / (dark + 0.05);
    };

    it('follow custom properties of the page, which go before a preset', async () => {
      const host = document.createElement('div');
      host.style.setProperty('--fp-accent', 'rgb(120, 20, 60)');
      host.style.setProperty('--fp-font-size', '20px');
      document.body.append(host);
      for (const theme of ['light', 'contrast'] as const) {
        const list = document.createElement('fp-task-list');
        Object.assign(list, { plan: sampleSnapshot, theme });
        host.append(list);
        await settled(list);
        if (theme === 'light') expect(pixelOf(strong(list).color)).to.deep.equal([120, 20, 60]);
        expect(strong(list).fontSize).to.equal('17.5px');
        expect(getComputedStyle(inside(list, 'h3')[0]!).backgroundColor).to.match(/^color\(srgb/);
      }
    });

    it('keep their contrast whatever the accent of the page', async () => {
      const accents = ['#ffffff', '#000000', '#808080', 'transparent', 'color(display-p3 0 1 0)'];
      for (let hue = 0; hue < 360; hue += 15) for (const light of [20, 40, 60, 80, 95]) accents.push(`hsl(${hue} 100% ${light}%)`);
      for (const theme of ['light', 'dark', 'elder', 'contrast'] as const) {
        const list = document.createElement('fp-task-list');
        Object.assign(list, { plan: sampleSnapshot, theme });
        await mount(list);
        const probe = inside(list, '.card')[0]!.appendChild(document.createElement('p'));
        const text = theme === 'contrast' ? 7 : 4.5;
        // Of what is no text: arcs, bars with their marks, and the edges of what can be pressed (WCAG 1.4.11).
        const form = 3;
        const pairs = [
          ['--_accent', '--_surface', text],
          ['--_accent', '--_tint', text],
          ['--_on-accent', '--_accent', text],
          ['--_alert', '--_surface', text],
          ['--_alert', '--_tint', text],
          ['--_alert', '--_alert-tint', text],
          ['--_quiet', '--_surface', text],
          ['--_quiet', '--_tint', text],
          ['--_ink', '--_tint-strong', text],
          ['--_accent', '--_tint-strong', form],
          ['--_alert', '--_tint-strong', form],
          ['--_edge', '--_surface', form],
          ['--_edge', '--_tint', form],
          ['--_quiet', '--_tint-strong', form],
        ] as const;
        const failing: string[] = [];
        for (const accent of accents) {
          for (const name of ['--fp-accent', '--fp-alert']) list.style.setProperty(name, accent);
          for (const [mark, ground, least] of pairs) {
            probe.style.color = `var(${mark})`;
            probe.style.backgroundColor = `var(${ground})`;
            const { color, backgroundColor } = getComputedStyle(probe);
            const contrast = contrastOf(color, backgroundColor);
            if (contrast < least) failing.push(`${theme} ${accent}: ${mark} on ${ground} ${contrast.toFixed(2)}`);
          }
        }
        expect(failing).to.deep.equal([]);
        list.remove();
      }
    }).timeout(30_000);

    it('are light unless a theme is asked for, and nearly twice as large for the elderly', async () => {
      const list = document.createElement('fp-task-list');
      list.plan = sampleSnapshot;
      await mount(list);
      const surface = () => getComputedStyle(inside(list, '.card')[0]!).backgroundColor;
      expect(surface()).to.equal('rgb(255, 254, 252)');
      list.theme = 'dark';
      await list.updateComplete;
      expect(list.getAttribute('theme')).to.equal('dark');
      expect(surface()).to.equal('rgb(27, 28, 27)');
      list.setAttribute('theme', 'elder');
      expect(getComputedStyle(inside(list, '.title')[0]!).fontSize).to.equal('30px');
      expect(document.documentElement.hasAttribute('style')).to.equal(false);
    });
  });

  describe('on a hostile page', () => {
    it('keeps its sizes and its text as they are', async () => {
      const host = document.createElement('div');
      host.style.cssText =
        'font: italic 700 9px/1 serif; letter-spacing: 4px; text-indent: 3em; text-align: right; white-space: nowrap; text-transform: uppercase; color: lime; word-spacing: 1em';
      document.documentElement.style.fontSize = '62.5%';
      document.body.append(host);
      const map = document.createElement('fp-site-map');
      map.sites = sampleSites;
      host.append(map);
      await settled(map);
      const style = getComputedStyle(inside(map, 'dd')[0]!);
      document.documentElement.removeAttribute('style');
      expect(style.fontSize).to.equal('16px');
      expect(style.fontStyle).to.equal('normal');
      expect(style.fontWeight).to.equal('400');
      expect(style.letterSpacing).to.equal('normal');
      expect(style.textIndent).to.equal('0px');
      // Firefox says what start comes to.
      expect(style.textAlign).to.be.oneOf(['start', 'left']);
      expect(style.whiteSpace).to.equal('normal');
      expect(style.textTransform).to.equal('none');
      expect(style.wordSpacing).to.equal('0px');
      expect(style.color).to.equal('rgb(38, 34, 29)');
      expect(parseFloat(style.lineHeight)).to.be.at.least(24);
    });

    it('leaves the page’s own words in the light DOM as the page set them', async () => {
      const host = document.createElement('div');
      host.style.cssText = 'font: italic 700 11px/2 serif; color: rgb(1, 2, 3); text-align: right';
      document.body.append(host);
      host.innerHTML = `<fp-task-list theme="elder"><p>工作要点全文</p></fp-task-list>`;
      const list = host.firstElementChild as FpTaskList;
      await list.updateComplete;
      expect(showsFallback(list)).to.equal(true);
      const { fontSize, fontStyle, lineHeight, color, textAlign } = getComputedStyle(list.firstElementChild!);
      expect([fontSize, fontStyle, lineHeight, color, textAlign]).to.deep.equal(['11px', 'italic', '22px', 'rgb(1, 2, 3)', 'right']);
    });
  });
});
