import { parsePlan } from '@fp-kit/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocumentNumber } from './document-number.js';
import { importDocument } from './import.js';

const read = (text: string, lang?: 'en') => importDocument(new TextEncoder().encode(text), { name: '要点.txt', ...(lang ? { lang } : {}) });

const notice = `苍岭省计划生育协会文件

苍计生协〔2026〕3号

关于印发《苍岭省计划生育协会 2026年工作要点》的通知

各市州计划生育协会：

现将《苍岭省计划生育协会2026年工作要点》印发给你们，请结合实际，认真贯彻执行，确保完成各项任务。

苍岭省计划生育协会
2026年2月27日

苍岭省计划生育协会 2026 年工作要点

2026年的总体要求是坚持服务群众。

一、加强组织领导
（一）健全机制。各级要建立台账。（责任单位：组织部、办公室）
(二)开展宣传。利用“5·29”、7.11和母亲节开展活动。联合省教育厅，建设“暖心家园”3-5个。（宣传部牵头，服务部配合）
二、强化保障
（三）抓好落实。年底前完成总结。

抄送：省卫生健康委。
苍岭省计划生育协会办公室 2026年3月1日印发
`;

describe('importDocument', () => {
  it('reads the header', async () => {
    const { plan } = await read(notice);
    expect(plan).toMatchObject({
      format: 'fp-plan/1',
      kind: 'plan',
      title: '苍岭省计划生育协会2026年工作要点',
      issuer: { name: '苍岭省计划生育协会', level: 'province' },
      documentNumber: { text: '苍计生协〔2026〕3号', prefix: '苍计生协', year: 2026, serial: 3 },
      issuedOn: '2026-02-27',
      period: { from: '2026-01-01', to: '2026-12-31' },
      source: { name: '要点.txt', mediaType: 'text/plain', text: notice },
    });
    expect(parsePlan(plan)).toEqual(plan);
  });

  it('reads tasks, units, sites and key dates, and leaves the end matter out', async () => {
    const { plan, diagnostics } = await read(notice);
    expect(plan.tasks.map(({ id, title, assignees, partners, siteTypes }) => ({ id, title, assignees, partners, siteTypes }))).toEqual([
      { id: '1.1', title: '健全机制', assignees: ['组织部', '办公室'], partners: [], siteTypes: [] },
      { id: '1.2', title: '开展宣传', assignees: ['宣传部'], partners: ['省教育厅', '服务部'], siteTypes: ['warm-home'] },
      { id: '2.3', title: '抓好落实', assignees: [], partners: [], siteTypes: [] },
    ]);
    expect(plan.tasks[2]!.actions.map(({ text, due }) => [text, due])).toEqual([['年底前完成总结。', '2026-12-31']]);
    expect(notice.slice(...plan.tasks[2]!.span)).toBe('（三）抓好落实。年底前完成总结。');
    expect(plan.observances.map(({ id, date, quote }) => [id, date, quote])).toEqual([
      ['members-day', '2026-05-29', '5·29'],
      ['population-day', '2026-07-11', '7.11'],
      ['mothers-day', '2026-05-10', '母亲节'],
    ]);
    expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([['half-width-marker', 20, 1]]);
  });

  it('reads a notice that issues last year’s report with this year’s plan', async () => {
    const { plan } = await read(
      '某市计生协关于印发2025年工作总结和2026年工作要点的通知\n某市计划生育协会\n2026年2月24日\n2025年某市计生协工作总结\n一、抓宣传\n1.办好栏目。举办讲座36场。\n2026年某市计生协工作要点\n一、抓宣传\n1.办好栏目。举办讲座不少于40场，9月底前完成。',
    );
    expect(plan.period).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(plan.tasks.map(({ id, actions }) => [id, actions[0]!.results.length, actions[0]!.targets.length, actions[0]!.due])).toEqual([
      ['1.1', 1, 0, undefined],
      ['1b.1', 0, 1, '2026-09-30'],
    ]);
  });

  it('takes a text without a telling title for a report where it looks back', async () => {
    const { plan } = await read('活动集锦\n这次活动共出动宣传车16辆，已发放折页1.8万余份，举行演出3场。');
    expect(plan.kind).toBe('report');
    expect(plan.tasks[0]!.actions.flatMap(({ results }) => results.map(({ value }) => value))).toEqual([16, 18000, 3]);
  });

  it.each<[name: string, top: string, expected: Record<string, unknown>]>([
    [
      'a table',
      '| 索引号: | 000/2026-1 | 公开日期: | 2026-05-01 15:40 |\n| 发布机构: | 某市计划生育协会 | 文 号: | 某计生协〔2026〕7号 |\n| 成文日期: | 2026年4月30日 | 有效性: | 有效 |',
      { issuer: { name: '某市计划生育协会', level: 'city' }, documentNumber: { text: '某计生协〔2026〕7号' }, issuedOn: '2026-04-30' },
    ],
    [
      'one line',
      '索引号：000/2026-1 发布机构：某市计划生育协会 发文字号：某计生协〔2026〕7号 成文日期：2026-04-30 发布日期：2026-05-01',
      { issuer: { name: '某市计划生育协会', level: 'city' }, documentNumber: { text: '某计生协〔2026〕7号' }, issuedOn: '2026-04-30' },
    ],
    [
      '无 for a number',
      '| 发布机构: | 某市计划生育协会 | 文号: | 无 |',
      { issuer: { name: '某市计划生育协会', level: 'city' }, documentNumber: undefined },
    ],
    [
      'a row with a label that nobody knows',
      '| 文　号 | 某卫健〔2026〕6号 | 某某登记号 | ABCD—2026—08002 |',
      { documentNumber: { text: '某卫健〔2026〕6号' } },
    ],
    [
      'signature and date on one line',
      '某市计划生育协会　　2026年4月30日',
      { issuer: { name: '某市计划生育协会', level: 'city' }, issuedOn: '2026-04-30' },
    ],
    ['a date in Chinese numerals', '某市计划生育协会\n二○二六年四月三十日', { issuedOn: '2026-04-30' }],
    ['廿 and 元月', '某市计划生育协会\n二〇二六年元月廿六日', { issuedOn: '2026-01-26' }],
    ['a contract', '甲方：某镇人民政府\n乙方：____村民委员会', { issuer: { name: '某镇人民政府', level: 'township' } }],
    ['two who sign on one line', '某市计划生育协会　　某市财政局\n2026年4月30日', { issuer: { name: '某市计划生育协会', level: 'city' } }],
    [
      'two who sign one below the other',
      '某市计划生育协会\n某市财政局\n2026年4月30日',
      { issuer: { name: '某市计划生育协会', level: 'city' } },
    ],
    ['traditional characters', '某縣計劃生育協會\n2026年4月30日', { issuer: { name: '某縣計劃生育協會', level: 'county' } }],
    [
      'the parties of a contract',
      '某镇人民政府（盖章）　　　村委会（盖章）\n负责人：____　　　负责人：____\n2026年4月30日',
      { issuer: { name: '某镇人民政府', level: 'township' }, issuedOn: '2026-04-30' },
    ],
    ['a form', '甲方：____镇计划生育协会\n乙方：____村计划生育协会', { issuer: { name: '' } }],
    [
      'a letterhead, before the office that printed it',
      '某市计划生育协会文件\n某市计划生育协会办公室　　2026年4月30日印发',
      { issuer: { name: '某市计划生育协会', level: 'city' }, issuedOn: '2026-04-30' },
    ],
    ['masked names', '甲方：**镇计划生育协会\n乙方：xx村计划生育协会', { issuer: { name: '' } }],
    ['letters for zeros in a year', '某市计划生育协会\n二OO九年七月六日', { issuedOn: '2009-07-06' }],
    [
      'rows of metadata that a page printed one below the other, full to the brim',
      '信息分类：人口计生 \\ 考核奖惩    发布机构：某市卫生健康局    生成日期：2026-04-02 10:20\n文号：某卫字【2026】26号    关键词：计生 目标 考核',
      { issuer: { name: '某市卫生健康局', level: 'city' }, documentNumber: { text: '某卫字〔2026〕26号' }, issuedOn: undefined },
    ],
    [
      'who issues it, and when, by other names',
      '发文机构：某市卫生健康局\n发文字号：某卫〔2026〕5号\n发文时间：2026/3/9',
      { issuer: { name: '某市卫生健康局', level: 'city' }, documentNumber: { text: '某卫〔2026〕5号' }, issuedOn: '2026-03-09' },
    ],
    [
      'a number behind the counters of a page',
      '2026-04-19 17:20:33    来源：项目部    阅读量：1532    字号：A+ A A-\n某计生协函〔2026〕22号',
      { documentNumber: { text: '某计生协函〔2026〕22号' } },
    ],
    ['a number in small brackets', '某计生协﹝2026﹞12号', { documentNumber: { text: '某计生协〔2026〕12号' } }],
    [
      'the page of samples that a plan is the first of',
      '企业计划生育协会工作计划（精选5篇）\n企业计划生育协会工作计划 篇1\n某某轴承（某城）有限公司计划生育协会',
      { issuer: { name: '某某轴承（某城）有限公司计划生育协会' }, title: '某某轴承（某城）有限公司计划生育协会某市2026年工作要点' },
    ],
    ['a page of sample contracts', '某某文档网 > 合同协议 > 服务合同\n服务协议书范本2篇\n来源：网络整理', { title: '某市2026年工作要点' }],
    ['a page of samples alone', '某市2025年工作总结4篇\n第一篇', { title: '某市2026年工作要点' }],
    ['who signs an upward document', '某计生协〔2026〕7号　　　　签发人：某某', { documentNumber: { text: '某计生协〔2026〕7号' } }],
    ['a short name beside 印发', '（县政府办公室2026年4月18日印发）', { issuer: { name: '' }, issuedOn: '2026-04-18' }],
  ])('reads the header from %s', async (_, top, expected) => {
    const { plan } = await read(`${top}\n某市2026年工作要点\n一、抓宣传\n办好栏目。`);
    expect(plan).toMatchObject(Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined)));
    for (const [key, value] of Object.entries(expected)) if (value === undefined) expect(plan).not.toHaveProperty(key);
    expect(plan.tasks.map(({ title }) => title)).toEqual(['抓宣传']);
  });

  it.each<[name: string, end: string, issuer: string, issuedOn: string | undefined]>([
    ['a day in figures', '某市计划生育协会\n2026.4.30', '某市计划生育协会', '2026-04-30'],
    ['a day in figures with dashes', '某市计划生育协会\n2026-04-30', '某市计划生育协会', '2026-04-30'],
    ['a month alone', '某村村民委员会\n二〇二六年四月', '某村村民委员会', undefined],
    ['a signature below its date', '2026年4月30日\n某市计划生育协会', '某市计划生育协会', '2026-04-30'],
    ['the office that printed it', '某市人民政府办公室　　2026年4月30日印发', '某市人民政府办公室', '2026-04-30'],
    ['copies behind the day of printing', '某市人民政府办公室　　2026年4月30日印发　（共印300份）', '某市人民政府办公室', '2026-04-30'],
    [
      'the day of a contract',
      '甲方（盖章）：某区计划生育协会　　乙方（盖章）：某某中心\n代表：　　　代表：\n签订日期：2026年4月26日　　　开户账号：8201',
      '某区计划生育协会',
      '2026-04-26',
    ],
    ['a day in figures without a signature', '2026-04-30', '', undefined],
  ])('reads %s at the end', async (_, end, issuer, issuedOn) => {
    const { plan } = await read(`2026年工作要点\n一、抓宣传\n办好栏目。\n${end}`);
    expect([plan.issuer.name, plan.issuedOn]).toEqual([issuer, issuedOn]);
    expect(plan.tasks[0]!.actions).toHaveLength(1);
  });

  it.each<[top: string, title: string, number: string | undefined, issuedOn: string | undefined]>([
    [
      '某市计生协文件　某计生协〔2026〕5号　关于做好2026年计生协工作的通知',
      '关于做好2026年计生协工作的通知',
      '某计生协〔2026〕5号',
      undefined,
    ],
    [
      '某市人民政府关于加强协会工作的决定\n（2026年3月5日市人民政府第五次常务会议通过）',
      '某市人民政府关于加强协会工作的决定',
      undefined,
      '2026-03-05',
    ],
    [
      '页数：4　全县计生工作情况汇报及打算　全县计生工作情况汇报及打算某县人口和计划生育局（2026年3月5日）今年以来，各项工作扎实推进。',
      '全县计生工作情况汇报及打算',
      undefined,
      '2026-03-05',
    ],
  ])('parts a title from what runs into it: %s', async (top, title, number, issuedOn) => {
    const { plan } = await read(`${top}\n一、抓宣传\n办好栏目。`);
    expect([plan.title, plan.documentNumber?.text, plan.issuedOn]).toEqual([title, number, issuedOn]);
  });

  it.each([
    [
      '本文共4篇，由好范文网小编整理，仅供参考，如果对你有帮助，欢迎收藏本页。\n2026年是协会换届之年，也是承上启下的一年，任务很重，要求很高。\n一、抓宣传\n办好栏目。',
      2026,
    ],
    ['为做好协会工作，结合实际，制定2026年工作计划如下：\n一、抓宣传\n办好栏目。', 2026],
    ['一、基本情况\n组织健全。\n二、2026年工作打算\n办好栏目。', 2026],
    ['一、基本情况\n2019年建成人口文化公园。\n二、抓宣传\n办好栏目。', undefined],
  ])('takes the year from what names the plan: %s', async (text, year) => {
    const { plan } = await read(`某社区协会工作计划\n${text}`);
    expect(plan.period?.from.slice(0, 4)).toBe(year === undefined ? undefined : String(year));
  });

  it('gives headings and the issuer with the pinyin that the page printed, and tasks without', async () => {
    const { plan } = await read('2026年工作計劃\n一、組織網(wǎng)絡(luò)建設(shè)。舉辦活動3場。\n某街道計生協(xié)會\n2026年4月30日');
    expect(plan.headings[0]!.title).toBe('組織網(wǎng)絡(luò)建設(shè)');
    expect(plan.tasks[0]!.title).toBe('組織網絡建設');
    expect(plan.issuer.name).toBe('某街道計生協(xié)會');
  });

  it('takes nothing from the titles of other pages', async () => {
    const { plan } = await read(
      '某社区2026年工作计划\n下面是小编整理的工作计划（共3篇），供大家参考。\n一、抓宣传\n新办栏目2个。\n相关文章：\n社区妇联工作计划5篇 2026-11-20',
    );
    expect(plan.tasks.flatMap(({ actions }) => actions.flatMap(({ targets }) => targets.map(({ min }) => min)))).toEqual([2]);
  });

  it('takes no list of further reading for headings', async () => {
    const { plan } = await read(
      '某社区2026年工作计划\n一、抓宣传\n1.办好栏目。\n【某社区2026年工作计划】相关文章：\n1.某社区工作总结12-08　2.半年小结07-02',
    );
    expect(plan.headings.map(({ title }) => title)).toEqual(['抓宣传', '办好栏目']);
  });

  it('reads the rows of a table as actions, and says that it did', async () => {
    const { plan, diagnostics } = await read(
      '某市2026年工作要点\n一、任务分解\n| 任务 | 指标 | 责任单位 | 时限 |\n| 暖心家园 | 新建12个 | 帮扶部 | 10月底前 |\n| 干部培训 | 举办培训2期 | 组织部、办公室 | 全年 |',
    );
    const [task] = plan.tasks;
    expect(task!.assignees).toEqual(['帮扶部', '组织部', '办公室']);
    expect(task!.actions.map(({ text, due }) => [text, due])).toEqual([
      ['暖心家园 · 新建12个 · 帮扶部 · 10月底前', '2026-10-31'],
      ['干部培训 · 举办培训2期 · 组织部、办公室 · 全年', undefined],
    ]);
    expect(task!.actions.flatMap(({ targets }) => targets.map(({ measure, min, unit }) => [measure, min, unit]))).toEqual([
      ['暖心家园', 12, '个'],
      ['干部培训', 2, '期'],
    ]);
    expect(diagnostics.filter(({ code }) => code === 'table')).toHaveLength(1);
  });

  const rows = (...lines: string[]) => read(`某市2026年工作要点\n一、任务分解\n${lines.join('\n')}\n二、其他\n抓好落实。`);
  const countsOf = ({ plan }: Awaited<ReturnType<typeof read>>) =>
    plan.tasks.flatMap(({ actions }) => actions.flatMap(({ targets }) => targets.map(({ measure, min, unit }) => [measure, min, unit])));

  it.each<[name: string, lines: string[], ...counts: [string, number, string][]]>([
    [
      'tabs',
      ['任务\t目标\t责任单位', '暖心家园\t新建12个\t帮扶部', '干部培训\t2期\t组织部'],
      ['暖心家园', 12, '个'],
      ['干部培训', 2, '期'],
    ],
    [
      'gaps',
      ['任务    目标    责任单位', '暖心家园    12个    帮扶部', '干部培训    2期    组织部'],
      ['暖心家园', 12, '个'],
      ['干部培训', 2, '期'],
    ],
    [
      'merged cells',
      ['| 阵地 | 目标 | 时限 |', '| 暖心家园 | 省级3个 | 6月底前 |', '|  | 5个 | 9月底前 |'],
      ['省级', 3, '个'],
      ['暖心家园', 5, '个'],
    ],
    [
      'a header of two rows',
      ['| 任务 | 责任 |  | 目标 |', '|  | 牵头单位 | 配合单位 |  |', '| 暖心家园 | 帮扶部 | 民政局 | 12个 |'],
      ['暖心家园', 12, '个'],
    ],
    ['who stands between', ['| 序号 | 项目 | 牵头单位 | 数量 |', '| 1 | 暖心家园 | 帮扶部 | 12个 |'], ['暖心家园', 12, '个']],
    ['text with a tab', ['1.\t加强宣传。举办讲座3场。', '2.\t加强服务。慰问20户。'], ['讲座', 3, '场'], ['慰问', 20, '户']],
  ])('reads a table by its columns: %s', async (_, lines, ...counts) => expect(countsOf(await rows(...lines))).toEqual(counts));

  it('reads the units of a table by the names of its columns', async () => {
    const { plan } = await rows('| 任务 | 责任 |  | 目标 |', '|  | 牵头单位 | 配合单位 |  |', '| 暖心家园 | 帮扶部 | 民政局 | 12个 |');
    expect(plan.tasks[0]).toMatchObject({ assignees: ['帮扶部'], partners: ['民政局'] });
    expect(plan.tasks[0]!.actions.map(({ text }) => text)).toEqual(['暖心家园 · 帮扶部 · 民政局 · 12个']);
  });

  it('reads bare numbers under columns that name their unit', async () => {
    const imported = await rows(
      '| 单位 | 暖心家园（个） | 2025年完成（个） | 培训家庭健康指导员（名） | 参保率（%） |',
      '| --- | ---: | ---: | ---: | ---: |',
      '| 云岫区 | 3 | 2 | 160 | 95以上 |',
      '| 合计 | 3 | 2 | 160 | 95 |',
    );
    expect(countsOf(imported)).toEqual([
      ['暖心家园', 3, '个'],
      ['培训家庭健康指导员', 160, '名'],
      ['参保率', 95, '%'],
    ]);
  });

  it('reads the numbers of a table by the unit that stands above it, without money and sums', async () => {
    const imported = await rows(
      '单位：万元、个',
      '| 地区 | 资金合计 | 指导中心 | 暖心家园（新建） |',
      '| 云岫市 | 520 | 3 | 4 |',
      '| 合计 | 520 | 3 | 4 |',
    );
    expect(countsOf(imported)).toEqual([
      ['指导中心', 3, '个'],
      ['暖心家园（新建）', 4, '个'],
    ]);
  });

  it('takes no prizes from a table', async () => {
    const imported = await rows('| 类别 | 征集数（件） | 一等奖 | 奖金 |', '| 短视频 | 不少于150件 | 2件 | 1000元 |');
    expect(countsOf(imported)).toEqual([['短视频', 150, '件']]);
  });

  it('reads units from a column of their own, and the last of several years', async () => {
    const imported = await rows(
      '| 序号 | 指标 | 单位 | 2025年 | 2026年 |',
      '| --- | --- | --- | ---: | ---: |',
      '| 1 | 托位数 | 个 | 19 | 48 |',
      '| 2 | 管理率 | % | 91.3 | ≥93 |',
      '| 3 | 单位名称 | 某局 | 5 | 6 |',
    );
    expect(countsOf(imported)).toEqual([
      ['托位数', 48, '个'],
      ['管理率', 93, '%'],
    ]);
  });

  it('reads a table whose rows no bar begins, and the unit beside the name of the row', async () => {
    const imported = await rows(
      '指标 | 2025年基数 | 2030年目标 | 属性',
      '拥有指导员（名） | 0.8 | 1.5 | 预期性',
      '覆盖率（%） | 64 | 100 | 约束性',
    );
    expect(countsOf(imported)).toEqual([
      ['拥有指导员（名）', 1.5, '名'],
      ['覆盖率（%）', 100, '%'],
    ]);
  });

  it('reads a box as a table of its section', async () => {
    const { plan } = await rows('专栏1 重点项目', '新建暖心家园3个。', '举办培训2期。');
    expect(plan.tasks[0]!.actions.map(({ text }) => text)).toEqual(['新建暖心家园3个。', '举办培训2期。']);
  });

  it('takes the title printed below a notice that words it otherwise', async () => {
    const { plan } = await read(
      '某市计生协关于印发2026年工作要点的通知\n各县计生协：\n现将《2026年全市计生协工作要点》印发给你们。\n2026年全市计生协工作要点\n一、抓宣传\n到2026年底，建成专栏2个。',
    );
    expect(plan.title).toBe('2026年全市计生协工作要点');
    expect(plan.tasks[0]!.actions.map(({ text }) => text)).toEqual(['到2026年底，建成专栏2个。']);
  });

  it('means the year of issue by 年底前 in a plan for several years, and takes none of its years for the past', async () => {
    const { plan } = await read(
      '某市行动方案（2020—2030年）\n一、目标\n年底前建成专家库1个。\n2022年，居民健康素养水平达到22%。\n到2022年和2030年，吸烟率分别低于24%和20%。',
    );
    expect(plan.period).toEqual({ from: '2020-01-01', to: '2030-12-31' });
    expect(plan.tasks[0]!.actions.flatMap(({ targets }) => targets.map(({ due, max, min }) => [max ?? min, due]))).toEqual([
      [1, '2020-12-31'],
      [22, undefined],
      [24, '2022-12-31'],
      [20, '2030-12-31'],
    ]);
  });

  it('means the year of a section that looks ahead, in a report of the year before', async () => {
    const { plan } = await read(
      '某镇2025年工作总结\n一、主要工作\n年底前举办培训2期。\n二、2026年工作打算\n年内举办培训3期。\n（负责人：）某镇（盖章）',
    );
    expect(plan.tasks.map(({ actions }) => [actions[0]!.results.length, actions[0]!.targets[0]?.due, actions.length])).toEqual([
      [1, undefined, 1],
      [0, '2026-12-31', 1],
    ]);
  });

  it('looks back in a report with a plan until a section looks ahead', async () => {
    const { plan } = await read(
      '某区2025年工作总结和2026年工作计划\n一、主要工作\n（一）抓阵地。新建小屋4个。\n二、2026年工作计划\n（一）抓阵地。年底前新建小屋3个。',
    );
    expect(plan.tasks.map(({ actions: [action] }) => [action!.results.length, action!.targets[0]?.due])).toEqual([
      [1, undefined],
      [0, '2026-12-31'],
    ]);
  });

  it('looks ahead from a heading that names a later year than one that looked back', async () => {
    const { plan } = await read(
      '在2026年全市计生协工作会议上的报告\n一、2025年工作回顾\n（一）抓阵地。新建小屋4个。\n二、2026年重点工作\n（一）抓阵地。年底前新建小屋3个。',
    );
    expect(plan.tasks.map(({ actions: [action] }) => [action!.results.length, action!.targets[0]?.due])).toEqual([
      [1, undefined],
      [0, '2026-12-31'],
    ]);
  });

  it('means the year of the plan where a notice issues it together with a report', async () => {
    const { plan } = await read(
      '关于印发《某市计划生育协会2025年工作总结和2026年工作要点》的通知 - 某市卫生健康委员会\n某计生协〔2026〕3号\n当前位置: 首页 > 正文\n某市计划生育协会2025年工作总结\n一、抓阵地\n新建小屋4个。',
    );
    expect([plan.period?.from, plan.documentNumber?.text]).toEqual(['2026-01-01', '某计生协〔2026〕3号']);
    expect(plan.tasks[0]!.actions[0]!.results.map(({ value }) => value)).toEqual([4]);
  });

  it('joins no title with where a page stands', async () => {
    const { plan } = await read(
      '关于印发《某市计划生育协会2026年全市基层工作要点》的通知 - 某市卫生健康委员会\n当前位置: 首页 > 正文\n一、抓阵地\n新建小屋4个。',
    );
    expect(plan.title).toBe('某市计划生育协会2026年全市基层工作要点');
  });

  it('takes the line of the body above a title that begins with it for no part of the title', async () => {
    const { plan } = await read('青溪县计划生育协会\n青溪计生协〔2026〕2号\n青溪县计划生育协会2026年工作计划\n一、抓组织\n建成小屋2个。');
    expect([plan.title, plan.issuer.name]).toEqual(['青溪县计划生育协会2026年工作计划', '青溪县计划生育协会']);
  });

  it.each([
    ['2026年工作要点', '积极应对人口形势变化', 1],
    ['2026年工作要点', '面临的形势', 0],
    ['2026年工作总结', '加强领导，周密安排', 0],
    ['2026年工作总结', '下步安排', 1],
  ])('%s, %s: how the heading stands to time', async (title, heading, targets) => {
    const { plan } = await read(`某市计划生育协会${title}\n一、${heading}\n建成小屋3个。`);
    const [action] = plan.tasks[0]!.actions;
    expect([action!.targets.length, action!.results.length]).toEqual([targets, 1 - targets]);
  });

  it.each<[name: string, text: string, results: number[], targets: number[]]>([
    [
      'a paragraph that opens with the year before',
      '某县计划生育协会2026年工作要点\n2025年,全县计生协会在县委的正确领导下,认真履行职责,较好地发挥了生力军作用,各项工作都取得了新的进展。办学习班612期。今年再办8期。\n一、抓阵地\n建成小屋3个。',
      [612],
      [8, 3],
    ],
    [
      'a title of two years inside the text',
      '工作总结及来年打算\n某乡计生协会2025年工作总结暨2026年工作打算\n一、2025年主要工作\n发放公开信4300份。\n二、2026年工作打算\n建成大院3个。',
      [4300],
      [3],
    ],
    [
      'minutes of what a meeting heard of the year before',
      '某区计划生育协会2026年会议纪要\n会议认为,2025年,各级计生协宣传群众19万人次。\n会议议定,全年新建小屋6个。',
      [190000],
      [6],
    ],
    [
      'captions without numerals',
      '在推进会上的发言\n一路走来:我们的主要做法\n（一）抓主导\n发放意见表38份。\n下一步努力方向\n一是求突破。建成示范村420个。',
      [38],
      [420],
    ],
    [
      'a report told by word of mouth',
      '某村计生协会长述职报告\n先说这一年。接待乡亲1460人次。\n再说明年的打算。请大家监督:每周开放不少于4天。',
      [1460],
      [4],
    ],
    [
      'a paragraph on what is still lacking',
      '某区计划生育协会2026年工作要点\n2025年是极不平凡的一年。面对突如其来的疫情,全区会员、志愿者闻令而动,把各项服务送到了居家群众身边,值守卡口184个,募集款物63万元。\n同时应当看到,专职人员仅3人。\n一、抓阵地\n建成小屋4个。',
      [184, 630000, 3],
      [4],
    ],
    [
      'captions of half-years',
      '某社区2026年半年工作小结与后半年打算\n上半年做了什么\n（1）摸底数。更正信息318条。\n后半年怎么干\n（1）吸收会员。招募会员50名。',
      [318],
      [50],
    ],
    [
      'minutes of the months before',
      '某县计划生育协会2026年会议纪要\n一、关于前七个月工作\n举办活动38场。\n二、关于下阶段重点工作\n开展宣讲不少于5场。',
      [38],
      [5],
    ],
    [
      'the main tasks of a report',
      '在第二次全体会议上的报告\n（2006年3月）\n一、一次会议以来的工作\n组建协会47个。\n二、2006年的主要任务\n组建协会60个。',
      [47],
      [60],
    ],
    [
      'demands at the end of a bulletin',
      '关于第一季度工作推进情况的通报\n一、总体情况\n培训1876名。\n二、二季度工作要求\n培训1000名。',
      [1876],
      [1000],
    ],
    [
      'months that are over, in a piece of news behind one that looks ahead',
      '某市计生协简报\n某市计划生育协会编　2024年6月14日\n市计生协活动收官\n发放资料1200份。下一步，将建成驿站20个。\n某县有了第二个家\n今年1—5月，各家园组织活动96次；接诊132人次。',
      [1200, 96, 132],
      [20],
    ],
    [
      'what is to come behind the noise of a forum',
      '某县会员活动日 - 某论坛 - Powered by Discuz!\n9 o) W1 r" }7 O( A活动现场共设咨询台26个，已发放资料2万份。今年以来该县共建成小屋58个。\n! B6 a; D9 Y% i2 o下一步，该县计生协将建成会员之家12个。',
      [26, 20000, 58],
      [12],
    ],
    [
      'headings of progress and outlook',
      '2025年工作总结及2026年工作展望\n一、工作亮点\n举办联谊9场。\n二、工作展望\n举办活动24场。',
      [9],
      [24],
    ],
  ])('looks back and ahead: %s', async (_, text, results, targets) => {
    const { plan } = await read(text);
    const actions = plan.tasks.flatMap((task) => task.actions);
    expect(actions.flatMap((action) => action.results.map(({ value }) => value))).toEqual(results);
    expect(actions.flatMap((action) => action.targets.map(({ min }) => min))).toEqual(targets);
  });

  it.each([
    ['2025年工作总结及2026年工作展望', '', 2026],
    ['某厂计划生育协会二00六年工作回顾与二00七年打算', '', 2007],
    ['在推进会上的发言', '（2013年9月）\n', 2013],
    ['某镇2025年工作总结和2026年工作谋划', '', 2026],
  ])('takes the year of %s', async (title, below, year) => {
    const { plan } = await read(`${title}\n${below}一、抓宣传\n办好栏目。`);
    expect(plan.period?.from).toBe(`${year}-01-01`);
  });

  it('takes no caption inside the text for the title, and the body that edits a bulletin for its issuer', async () => {
    const news = await read('某区计生协:2026年活动周圆满收官\n5月26日,活动开幕,参与群众1.9万人次。\n下一步打算\n10月底前再建6个小屋。');
    expect([news.plan.title, news.plan.tasks[0]!.actions.at(-1)!.targets[0]?.min]).toEqual(['某区计生协:2026年活动周圆满收官', 6]);
    const bulletin = await read('计生协会简报\n某县计划生育协会编 二〇〇六年六月十二日\n活动月成果喜人\n演出28场。');
    expect([bulletin.plan.issuer.name, bulletin.plan.issuedOn]).toEqual(['某县计划生育协会', '2006-06-12']);
  });

  it('titles minutes by the line below 会议纪要, and names nobody who only holds a meeting', async () => {
    const minutes = await read('某区计划生育协会\n会 议 纪 要\n区计生协四届五次理事会会议纪要\n一、抓宣传\n办好栏目。');
    expect(minutes.plan.title).toBe('区计生协四届五次理事会会议纪要');
    const speech = await read('在全县计划生育协会工作会议上的讲话\n一、抓宣传\n办好栏目。');
    expect(speech.plan.issuer.name).toBe('');
    const report = await read('努力开创我市计划生育协会工作新局面\n——在全体会议上的报告\n一、抓宣传\n办好栏目。');
    expect(report.plan.issuer.name).toBe('');
  });

  it('looks ahead where a report goes on with the second half of its year', async () => {
    const { plan } = await read('某市2026年工作总结\n一、问题和打算\n知晓率不足60%。下半年，将新建小屋3个。');
    const [first, second] = plan.tasks[0]!.actions;
    expect([first!.results.length, second!.targets[0]?.due]).toEqual([1, '2026-12-31']);
  });

  it('looks ahead at 主要做法 behind the aims of a plan, and back where there are none', async () => {
    const kinds = async (heading: string) => {
      const { plan } = await read(
        `青溪村2026年工作计划\n一、基本情况\n会员20人。\n二、${heading}\n不少于十二次。\n三、主要做法\n办晚会1台。`,
      );
      const last = plan.tasks.at(-1)!.actions.flatMap(({ targets, results }) => [targets.length, results.length]);
      return last;
    };
    expect(await kinds('工作目标')).toEqual([1, 0]);
    expect(await kinds('队伍')).toEqual([0, 1]);
  });

  it('takes the year of a contract from what it is for, where nobody dated it', async () => {
    const { plan } = await read('服务协议书\n甲方委托乙方承接2025年度优生优育指导服务。\n一、乙方每月上门2次。');
    expect(plan.period?.from).toBe('2025-01-01');
  });

  it('does not look back at foundations that are to be laid', async () => {
    const { plan } = await read('某市2026年工作要点\n一、抓好组织建设，夯实工作基础\n新建小屋4个。\n二、工作基础\n建成小屋3个。');
    expect(plan.tasks.map(({ actions: [action] }) => [action!.targets.length, action!.results.length])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('reads final accounts as a report', async () => {
    const { plan } = await read('某省计划生育协会\n2025年度部门决算公开\n一、收入决算\n本年收入合计2214.05万元。');
    expect([plan.kind, plan.title, plan.period?.from]).toEqual(['report', '某省计划生育协会2025年度部门决算公开', '2025-01-01']);
  });

  it('looks back and ahead by captions that no numeral stands before', async () => {
    const { plan } = await read(
      '某县计划生育协会\n关于2025年工作情况和2026年工作安排的报告\n第一部分　2025年工作情况\n一、抓阵地\n新建小屋4个。\n第二部分　2026年工作安排\n一、抓阵地\n年底前新建小屋3个。',
    );
    expect(plan.tasks.map(({ actions: [action] }) => [action!.results.length, action!.targets[0]?.due])).toEqual([
      [1, undefined],
      [0, '2026-12-31'],
    ]);
  });

  it.each([
    ['a sentence that opens with the year to come', '2026年，我们将新建小屋3个，年底前建成。', '2026-12-31'],
    ['a caption', '来年这样干\n——把阵地建起来。年底前新建小屋3个。', undefined],
    ['the new year', '新的一年，我们将年底前新建小屋3个。', '2026-12-31'],
    ['this year, behind what was', '仍有不足。今年将新建小屋3个。', undefined],
    ['the next step, behind what was', '仍有不足。下一步，我们将新建小屋3个。', undefined],
  ])('looks ahead in a report from where its text does: %s', async (_, text, due) => {
    const { plan } = await read(`某市计划生育协会\n2025年工作总结\n一、抓阵地\n新建小屋4个。\n${text}`);
    const actions = plan.tasks.flatMap((task) => task.actions);
    expect(actions.flatMap(({ results }) => results.map(({ value }) => value))).toEqual([4]);
    expect(actions.flatMap(({ targets }) => targets.map(({ min, due: day }) => [min, day]))).toEqual([[3, due]]);
  });

  it('looks ahead behind a section that turns in the middle of a paragraph', async () => {
    const { plan } = await read(
      '某市计划生育协会\n2025年工作总结\n一、存在不足\n3个镇没有小屋。2026年，我们将认真解决。\n二、抓阵地\n年底前新建小屋5个。',
    );
    expect(plan.tasks.flatMap(({ actions }) => actions.flatMap(({ targets }) => targets.map(({ min, due }) => [min, due])))).toEqual([
      [5, '2026-12-31'],
    ]);
  });

  it('looks ahead in a report at a limit of time that is still to come, and from there to the end of the sentence', async () => {
    const { plan } = await read(
      '某市计划生育协会\n2025年工作报告\n一、阵地\n9月底前建成3个。已挂牌11个，另4个10月底前挂牌，覆盖率达到90%。\n二、总结\n会员5000人。\n某市计划生育协会\n2025年10月11日',
    );
    const actions = plan.tasks.flatMap((task) => task.actions);
    expect(actions.flatMap(({ results }) => results.map(({ value }) => value))).toEqual([3, 11, 5000]);
    expect(actions.flatMap(({ targets }) => targets.map(({ min, due }) => [min, due]))).toEqual([
      [4, '2025-10-31'],
      [90, undefined],
    ]);
  });

  it('goes on looking ahead behind a section of a report that does, unless a heading looks back', async () => {
    const { plan } = await read(
      '某县计划生育协会2024年工作报告\n一、工作回顾\n新建小屋4个。\n二、今后五年任务\n新建小屋20个。\n三、2025年重点工作\n年底前新建小屋5个。\n四、存在问题\n只有2个达标。',
    );
    expect(plan.tasks.map(({ actions: [action] }) => [action!.results.length, action!.targets[0]?.due])).toEqual([
      [1, undefined],
      [0, undefined],
      [0, '2025-12-31'],
      [1, undefined],
    ]);
  });

  it('takes the headings of a report on progress for what was to be done', async () => {
    const { plan } = await read(
      '某市关于2025年前三季度民生实事进展情况的通报\n一、进展情况\n（一）新增普惠托位3000个。已新增2486个。【牵头单位：市卫生健康委】\n（二）改造母婴设施。年度计划15个，已改造11个。',
    );
    expect(plan.kind).toBe('report');
    expect(
      plan.tasks.map(({ actions, assignees }) => [
        actions.map(({ targets }) => targets.length),
        actions.map(({ results }) => results.length),
        assignees,
      ]),
    ).toEqual([
      [[1, 0], [0, 1], ['市卫生健康委']],
      [[0], [1], []],
    ]);
  });

  it('looks back where minutes tell how things are, and names nobody who was there', async () => {
    const { plan } = await read(
      '某县计生协2025年会长办公会议纪要\n会议指出，上半年开展活动38场，受益群众1.1万人次。\n会议议定：\n一、关于培训。下半年举办培训2期。\n出席：会长，副会长（5人）\n列席：各乡镇负责人（17人）',
    );
    const actions = plan.tasks.flatMap((task) => task.actions);
    expect(actions.flatMap(({ results }) => results.map(({ value }) => value))).toEqual([38, 11000]);
    expect(actions.flatMap(({ targets }) => targets.map(({ min }) => min))).toEqual([2]);
  });

  it('reads goals and what came of them from the columns of a ledger, in a report too', async () => {
    const { plan } = await read(
      '某市计生协2025年重点任务督办台账（截至9月30日）\n填报单位：某市计划生育协会\t\t填报日期：2025年10月9日\n编号\t任务\t年度目标\t完成情况\t进度\t下步措施\nA1\t新建小屋\t6个\t已建成4个\t66.7%\t再建2个\nA2\t参保\t参保率100%\t参保率98.6%\t\t补办17人',
    );
    const actions = plan.tasks.flatMap((task) => task.actions);
    expect(actions.flatMap(({ targets }) => targets.map(({ min }) => min))).toEqual([6, 2, 100, 17]);
    expect(actions.flatMap(({ results }) => results.map(({ value }) => value))).toEqual([4, 66.7, 98.6]);
    expect([plan.issuer.name, plan.issuedOn]).toEqual(['某市计划生育协会', '2025-10-09']);
  });

  it('takes what a table shows of before for a result', async () => {
    const { plan } = await read(
      '某市“十五五”规划\n一、指标\n| 指标 | 2025年（基期） | 2030年 |\n| --- | --- | --- |\n| 素养水平 | 31.8% | 38% |',
    );
    const [action] = plan.tasks.flatMap((task) => task.actions);
    expect([action!.results.map(({ value }) => value), action!.targets.map(({ min }) => min)]).toEqual([[31.8], [38]]);
  });

  it('counts hours in a column that names what was, or what is to be', async () => {
    const { plan } = await rows('| 指标 | 2025年实际 | 2026年目标 |', '| 志愿服务时长 | 1.9万小时 | 2.5万小时 |');
    const [action] = plan.tasks.flatMap((task) => task.actions);
    expect([action!.results.map(({ value }) => value), action!.targets.map(({ min }) => min)]).toEqual([[19000], [25000]]);
  });

  it('keeps a person out of the row it reads, and empty cells in their columns', async () => {
    const { plan } = await read(
      '2026年任务分解表\n序号\t任务\t目标\t责任领导\t责任科室\t时限\n1\t暖心家园\t新建3个\t李会\t家庭科\t9月底前\n\t\t5个\t\t\t11月底前',
    );
    const [task] = plan.tasks;
    expect(task!.actions.map(({ text, due }) => [text, due])).toEqual([
      ['暖心家园 · 新建3个 · 家庭科 · 9月底前', '2026-09-30'],
      ['5个 · 11月底前', '2026-11-30'],
    ]);
    expect(task!.actions.flatMap(({ targets }) => targets.map(({ measure }) => measure))).toEqual(['暖心家园', '暖心家园']);
    expect(task!.assignees).toEqual(['家庭科']);
  });

  it('takes no caption for a title or for something to do', async () => {
    const { plan } = await read('附件1\n健康某市行动（2019—2030年）\n一、主要任务\n行动目标：\n——政府：\n建立专家库1个。');
    expect(plan.title).toBe('健康某市行动（2019—2030年）');
    expect(plan.tasks[0]!.actions.map(({ text }) => text)).toEqual(['建立专家库1个。']);
  });

  it('gives no date for a day that no calendar has, and says so', async () => {
    const { plan, diagnostics } = await read('某市2026年工作要点\n一、抓落实\n11月31日前完成验收。2026年2月29日前报送总结。');
    expect(plan.tasks[0]!.actions.map(({ due }) => due)).toEqual([undefined, undefined]);
    expect(diagnostics.filter(({ code }) => code === 'impossible-date').map(({ line, column }) => [line, column])).toEqual([
      [3, 1],
      [3, 18],
    ]);
    parsePlan(plan);
  });

  it('does not cut inside parentheses', async () => {
    const { plan } = await read('某市2026年工作要点\n一、抓落实\n（牵头单位：宣传部；配合单位：服务部）办好专栏。');
    expect(plan.tasks[0]).toMatchObject({
      assignees: ['宣传部'],
      partners: ['服务部'],
      actions: [{ text: '（牵头单位：宣传部；配合单位：服务部）办好专栏。' }],
    });
  });

  it.each<[text: string, assignees: string[], partners: string[]]>([
    ['（责任单位：区发展改革委，各镇乡人民政府、街道办事处）', ['区发展改革委', '各镇乡人民政府', '街道办事处'], []],
    ['（责任科室：宣传科；责任人：张三）', ['宣传科'], []],
    ['（责任领导：王会；责任单位：组织部）', ['组织部'], []],
    ['（责任人：李建委、民政局、各乡镇）', ['民政局', '各乡镇'], []],
    ['（牵头领导：刘新村，牵头科室：家庭科，配合单位：县团委、县妇联）', ['家庭科'], ['县团委', '县妇联']],
    ['（张国会负责）', [], []],
    ['（由区计生协负责，妇联参与）', ['区计生协'], ['妇联']],
    ['责任领导：王五　责任人：陈志科　责任单位：宣传部', ['宣传部'], []],
    ['（责任单位及责任人：石埠镇、赵乡）', [], []],
    ['（责任单位：石埠镇、团委）', ['石埠镇', '团委'], []],
  ])('takes units, never persons: %s', async (line, assignees, partners) => {
    const { plan } = await read(`某市2026年工作要点\n一、抓落实\n办好专栏。\n${line}`);
    expect(plan.tasks[0]).toMatchObject({ assignees, partners });
  });

  it('reads who is responsible from the columns of a table, and no person', async () => {
    const { plan } = await read(
      '某市2026年工作要点\n一、任务分解\n| 任务 | 目标 | 责任领导 | 责任人 | 牵头单位 | 配合单位 |\n| 暖心家园 | 新建12个 | 王会 | 张建社 | 帮扶部 | 县民政局 |',
    );
    expect(plan.tasks[0]).toMatchObject({ assignees: ['帮扶部'], partners: ['县民政局'] });
  });

  it('sends data to fp check, and takes text in brackets for text', async () => {
    const { plan } = await read(notice);
    await expect(read(JSON.stringify(plan))).rejects.toMatchObject({ name: 'DocumentError', code: 'data-file' });
    expect((await read('[2026]工作要点\n要抓好落实。')).plan.tasks).toHaveLength(1);
  });

  it('speaks the language asked for', async () => {
    const [chinese, english] = await Promise.all([read('一段没有序号的话。'), read('一段没有序号的话。', 'en')]);
    expect(chinese.diagnostics.find(({ code }) => code === 'no-headings')?.message).toContain('没有序号');
    expect(english.diagnostics.find(({ code }) => code === 'no-headings')?.message).toContain('no numbering');
  });

  it('makes one task of a document without numbering', async () => {
    const { plan } = await read('关于做好今年工作的安排\n各级要举办培训2期。\n要抓好落实。');
    expect(plan.tasks.map(({ id, title, actions }) => [id, title, actions.length])).toEqual([['1', '关于做好今年工作的安排', 2]]);
    expect(plan.tasks[0]!.heading).toBeUndefined();
  });

  it('keeps what a plan tells of the year before its first heading', async () => {
    const { plan, diagnostics } = await read(
      '某县2026年工作计划\n2025年，全县发放药具286万只，应用率升至25.1%。\n一、抓宣传\n要办好栏目。',
    );
    expect(plan.tasks.flatMap(({ id, actions }) => actions.flatMap(({ results }) => results.map(({ value }) => [id, value])))).toEqual([
      ['0', 2860000],
      ['0', 25.1],
    ]);
    expect(diagnostics.map(({ code }) => code)).not.toContain('target-outside-tasks');
  });

  it('takes neither a trail of links nor the last lines of a print for text', async () => {
    const { plan } = await read(
      '首页 > 政务公开 > 工作方案\n某县2026年工作思路\n一、抓宣传\n要办好栏目。\n主题词：计划生育 考核\n某县办公室　共印40份',
    );
    expect(plan.title).toBe('某县2026年工作思路');
    expect(plan.tasks.flatMap(({ actions }) => actions.map(({ text }) => text))).toEqual(['要办好栏目。']);
  });

  it.each([
    ['项目背景', true],
    ['基本情况', true],
    ['召开理事会1次，总结上年工作', false],
    ['2025年工作总结', true],
  ])('looks back under “%s”: %s', async (title, back) => {
    const { plan } = await read(`某县2026年工作计划\n一、${title}\n慰问贫困户45户。`);
    const [action] = plan.tasks[0]!.actions.slice(-1);
    expect(action!.results.length > 0).toBe(back);
  });

  it('keeps targets that stand before the first heading', async () => {
    const { plan, diagnostics } = await read('某县2026年工作计划\n全年目标：知晓率达到90%以上。\n一、抓宣传\n要办好栏目。');
    expect(plan.tasks.map(({ id }) => id)).toEqual(['0', '1']);
    expect(diagnostics.map(({ code }) => code)).toContain('target-outside-tasks');
  });

  it.each<[sentence: string, ...actions: string[]]>([
    ['加强宣传员队伍建设，举办省级培训。', '加强宣传员队伍建设', '举办省级培训。'],
    ['联合省教育厅，建设“暖心家园”3-5个。', '联合省教育厅，建设“暖心家园”3-5个。'],
    ['创建示范点3个，每个市州至少建成一个公园，年底前完成验收。', '创建示范点3个', '每个市州至少建成一个公园，年底前完成验收。'],
    ['推动课程进校园，以基地为载体，打造服务网点。', '推动课程进校园', '以基地为载体，打造服务网点。'],
    ['6月底前完成平台测试，年底前注册会员突破50万人。', '6月底前完成平台测试', '年底前注册会员突破50万人。'],
    ['举办培训2期，培训师资约300人。', '举办培训2期，培训师资约300人。'],
    ['健全转介机制，帮助未婚青年。', '健全转介机制，帮助未婚青年。'],
  ])('cuts %s as a clerk would', async (sentence, ...texts) => {
    const { plan } = await read(`某市2026年工作要点\n一、重点任务\n${sentence}`);
    expect(plan.tasks[0]!.actions.map(({ text }) => text)).toEqual(texts);
  });

  it.each<[sentence: string, isAction: boolean]>([
    ['9月30日前完成补贴资金发放。', true],
    ['各市州计生协于12月20日前报送年度工作总结。', true],
    ['推行“一线工作日”制度，带着问题下去、带着办法回来。', true],
    ['要把服务做到家门口。', true],
    ['党的领导是事业发展的根本保证。', false],
    ['做好流动人口服务是重点任务之一，也是应有之义。', false],
  ])('%s orders something: %s', async (sentence, isAction) => {
    const { plan } = await read(`一、重点任务\n${sentence}`);
    expect(plan.tasks[0]!.actions.map(({ text }) => text)).toEqual(isAction ? [sentence] : []);
  });

  it('warns of what looks like personal data and keeps it out of everything but the text', async () => {
    const { diagnostics } = await read('一、联系方式\n请致电13900001111或提供110101190001011234。');
    expect(diagnostics.filter(({ code }) => code === 'personal-data')).toHaveLength(2);
  });

  it('sees a mobile number wherever it stands, and no longer or shorter run of digits', async () => {
    for (let before = 0; before < 24; before++) {
      const lead = `一、联系方式\n${'报'.repeat(before)}`;
      const { diagnostics } = await read(`${lead}13900001111`);
      expect(diagnostics.filter(({ code }) => code === 'personal-data').map(({ span }) => span)).toEqual([[lead.length, lead.length + 11]]);
      for (const digits of ['1390000111', '139000011112', '12900001111']) {
        const other = await read(`${lead}${digits}`);
        expect(other.diagnostics.some(({ code }) => code === 'personal-data')).toBe(false);
      }
    }
  });

  it('warns of a contact by name, who is no task', async () => {
    const { plan, diagnostics } = await read('一、做好帮扶\n走访慰问100户。\n联系人：甲乙丙  电话：0999-5550101');
    expect(diagnostics.filter(({ code }) => code === 'personal-data').map(({ span }) => plan.source.text.slice(...span))).toEqual([
      '联系人：甲乙丙',
    ]);
    expect(JSON.stringify(plan.tasks)).not.toContain('甲乙丙');
  });

  it('never fails, never alters the text, and puts every quote at its span, whatever it is given', async () => {
    const piece = fc.constantFrom(
      ...'一、 （一） (二) 1. （1） 一是 二是 。 ， ； ： \n \r\n “ ” 《 》 3-5个 不少于2人 达到95%以上 350万人次 每个市州 年底前 到2027年 2026年 分别 5.29 暖心家园 （责任单位：甲局） 目录 附件： 抄送： — 3 — 第 号 〔2026〕 建设 要 已 4.1‰ 11/10万 十 百 万 |'.split(
        ' ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 60 }), async (pieces) => {
        const text = pieces.join('');
        if (text.trim() === '') return;
        const { plan } = await read(text);
        expect(plan.source.text).toBe(text);
        // Checks the schema, the references, and that every quote is the slice at its span.
        parsePlan(plan);
      }),
      { numRuns: 300 },
    );
  });
});

describe('readDocumentNumber', () => {
  it.each([
    ['豫计生协[2026]2号', '豫计生协〔2026〕2号'],
    ['湘计生协函„2022‟4号', '湘计生协函〔2022〕4号'],
    ['云岫人口计生领(2023)02号', '云岫人口计生领〔2023〕2号'],
    ['文号:青计生协[2025]7号', '青计生协〔2025〕7号'],
  ])('%s', (text, number) => expect(readDocumentNumber(text)?.text).toBe(number));

  it.each(['无', '根据国发[2019]13号文件', '[2026]2号', '豫计生协[26]2号', '豫计生协2026年2号'])('%s is none', (text) =>
    expect(readDocumentNumber(text)).toBeUndefined(),
  );
});
