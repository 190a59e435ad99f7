import { describe, expect, it } from 'vitest';
import { importDocument } from './import.js';

/** Targets and results of one sentence in a plan of 2026. */
async function read(sentence: string, heading = '一、重点任务') {
  const text = `苍岭省计划生育协会2026年工作要点\n${heading}\n${sentence}\n二、其他\n抓好落实。`;
  const { plan } = await importDocument(new TextEncoder().encode(text), { name: 'test.txt' });
  const actions = plan.tasks.flatMap((task) => task.actions);
  return { targets: actions.flatMap((action) => action.targets), results: actions.flatMap((action) => action.results), actions };
}

const amounts = (targets: Awaited<ReturnType<typeof read>>['targets']) =>
  targets.map(({ measure, comparator, min, max, unit }) => [measure, comparator, min ?? null, max ?? null, unit ?? null]);

describe('a number that binds somebody is a target', () => {
  it.each<[sentence: string, ...expected: [string, string, number | null, number | null, string | null][]]>([
    ['建设省级“暖心家园”3-5个。', ['省级“暖心家园”', 'between', 3, 5, '个']],
    ['打造1—2个“好家风”主题公园。', ['“好家风”主题公园', 'between', 1, 2, '个']],
    ['每村培养指导员1至2名。', ['指导员', 'between', 1, 2, '名']],
    ['总结典型案例不少于3个。', ['总结典型案例', 'atLeast', 3, null, '个']],
    ['至少建成1个示范点。', ['示范点', 'atLeast', 1, null, '个']],
    ['群众满意率达到95%以上。', ['群众满意率', 'atLeast', 95, null, '%']],
    ['开展主题宣传超过120场次。', ['主题宣传', 'moreThan', 120, null, '场次']],
    ['误差率小于0.04％。', ['误差率', 'lessThan', null, 0.04, '%']],
    ['吸烟率低于20%。', ['吸烟率', 'lessThan', null, 20, '%']],
    ['投诉量控制在5件以内。', ['投诉量', 'atMost', null, 5, '件']],
    ['费用不超过2万元。', ['费用', 'atMost', null, 20000, '元']],
    ['举办培训2期。', ['培训', 'exactly', 2, 2, '期']],
    ['编印读本约3000册。', ['读本', 'about', 3000, 3000, '册']],
    ['服务群众350万人次左右。', ['服务群众', 'about', 3500000, 3500000, '人次']],
    ['发放宣传品1,200份。', ['宣传品', 'exactly', 1200, 1200, '份']],
    ['配备标准要达到6000人/台。', ['配备标准', 'exactly', 6000, 6000, '人/台']],
    ['全省组织一次基层能力培训。', ['基层能力培训', 'exactly', 1, 1, '次']],
    ['保证每个市州都有一个省级以上项目点。', ['省级以上项目点', 'atLeast', 1, null, '个']],
    ['过早死亡率下降30%。', ['过早死亡率下降', 'exactly', 30, 30, '%']],
    ['群众满意率达到百分之九十五以上。', ['群众满意率', 'atLeast', 95, null, '%']],
    ['每周开放不少于35小时。', ['每周开放', 'atLeast', 35, null, '小时']],
    ['会员人数达到2万3千人。', ['会员人数', 'atLeast', 23000, null, '人']],
    ['新增会员五百名以上。', ['会员', 'atLeast', 500, null, '名']],
    ['培训专兼职干部三百余人次。', ['专兼职干部', 'about', 300, 300, '人次']],
    [
      '信息≥120条，投诉率≤5%，转发＞30次。',
      ['信息', 'atLeast', 120, null, '条'],
      ['投诉率', 'atMost', null, 5, '%'],
      ['转发', 'moreThan', 30, null, '次'],
    ],
    ['巩固提升暖心家园7家，新建2家。', ['巩固提升暖心家园', 'exactly', 7, 7, '家'], ['巩固提升暖心家园', 'exactly', 2, 2, '家']],
    ['党支部每月至少开展1次主题党日活动。', ['主题党日活动', 'atLeast', 1, null, '次']],
    ['每人补助3000元，共计24万元。', ['每人补助', 'exactly', 3000, 3000, '元'], ['共计', 'exactly', 240000, 240000, '元']],
    ['专职人员不得少于3人。', ['专职人员', 'atLeast', 3, null, '人']],
    ['全年会议最多3次。', ['会议', 'atMost', null, 3, '次']],
    ['组织1次以上应急演练。', ['应急演练', 'atLeast', 1, null, '次']],
    ['党员占比保持在45%左右。', ['党员占比', 'about', 45, 45, '%']],
    ['会员发展到12万人。', ['会员', 'atLeast', 120000, null, '人']],
    ['推动100%的乡镇建立协会。', ['乡镇建立协会', 'exactly', 100, 100, '%']],
    ['培育三至五个典型。', ['典型', 'between', 3, 5, '个']],
    [
      '新增家庭健康指导员3000名以上，每个县（市、区）不少于20名。',
      ['家庭健康指导员', 'atLeast', 3000, null, '名'],
      ['家庭健康指导员', 'atLeast', 20, null, '名'],
    ],
    ['基地由12个增加到20个。', ['基地', 'atLeast', 20, null, '个']],
    ['人均预期寿命达到78.8岁。', ['人均预期寿命', 'atLeast', 78.8, null, '岁']],
    [
      '婴儿死亡率、5岁以下儿童死亡率、孕产妇死亡率分别下降到4.1‰、4.6‰、11/10万。',
      ['婴儿死亡率', 'atMost', null, 4.1, '‰'],
      ['5岁以下儿童死亡率', 'atMost', null, 4.6, '‰'],
      ['孕产妇死亡率', 'atMost', null, 11, '/10万'],
    ],
  ])('%s', async (sentence, ...expected) => expect(amounts((await read(sentence)).targets)).toEqual(expected));
});

describe('a name with a number is none', () => {
  it.each([
    '落实“六项重点任务”和三孩政策。',
    '学习贯彻二十届四中全会精神，用好“一卡通”。',
    '利用5.29会员活动日和“7·11”开展宣传。',
    '面向0—3岁婴幼儿和65岁以上老年人开展服务。',
    '按照《“健康中国2030”规划纲要》要求推进工作。',
    '筹备召开第七次会员代表大会和理事会二次会议。',
    '会同17部门推进三级网络建设。',
    '采取明确时限、建立台账四项措施推进两支队伍建设。',
    '确定一个目标，突破两个重点。',
    '打造一批示范点，形成一揽子方案。',
    '责任书一式两份，考核得分85分以上为合格。',
    '每漏查1人核减经费。',
    '推进100人以上企业建立协会。',
    '让好政策走进千家万户。',
    '2025年，全县建成暖心家园7个，发展会员2.36万人。',
    '按照3000元/户的标准落实补助。',
    '开通24小时热线，来电5个工作日内办结。',
    '推行“1+N”模式，建设1+3个片区。',
    '不少于1/3的成员单位参与。',
    '数百名志愿者参与。',
    '分五大方面提出19项主要任务和8类措施。',
    '开展成立40周年宣传。',
  ])('%s', async (sentence) => expect((await read(sentence)).targets).toEqual([]));
});

describe('what surrounds the amount', () => {
  it.each([
    ['每个市州至少打造一个示范基地。', 'city'],
    ['每个县（市、区）建成2个小屋。', 'county'],
    ['每个街道至少建成1个小屋。', 'township'],
    ['各县（市、区）至少打造1个示范村。', 'county'],
    ['每个嘎查村（居）配备至少2名指导员。', 'village'],
    ['每名会员联系3至5户群众。', '名会员'],
    ['帮扶户人均增收600元以上。', '人'],
    ['每年举办巡讲不少于24场。', '年'],
    ['党支部每月至少开展1次主题党日活动。', '月'],
    ['每个村每季度组织活动不少于1次。', 'village'],
  ])('scope: %s', async (sentence, each) => expect((await read(sentence)).targets[0]?.scope?.each).toBe(each));

  it.each([
    ['确保覆盖率达到90%。', 'must'],
    ['力争覆盖率达到90%。', 'strive'],
    ['覆盖率争取达到90%。', 'strive'],
    ['鼓励有条件的地方建设3个小屋。', 'encourage'],
  ])('force: %s', async (sentence, force) => expect((await read(sentence)).targets[0]?.force).toBe(force));

  it.each([
    ['年底前建成3个基地。', '2026-12-31'],
    ['9月底前建成3个基地。', '2026-09-30'],
    ['6月30日前建成3个基地。', '2026-06-30'],
    ['2月底前建成3个基地。', '2026-02-28'],
    ['到2027年，建成3个基地，覆盖率达到90%。', '2027-12-31'],
    ['2028年6月底前建成3个基地。', '2028-06-30'],
    ['第三季度建成3个基地。', '2026-09-30'],
    ['每村培养指导员2名，2027年底前实现全覆盖。', '2027-12-31'],
    ['建成3个基地，9月底前完成自查。', undefined],
    ['今年建成3个基地。', undefined],
    ['11月31日前建成3个基地。', undefined],
    ['3年内建成30个基地。', undefined],
    ['第三季度前建成3个基地。', undefined],
    ['上半年完成动员，全年举办培训2期。', undefined],
  ])('due: %s', async (sentence, due) => expect((await read(sentence)).targets[0]?.due).toBe(due));

  it('takes what was reached for a result, not for a target', async () => {
    const { targets, results } = await read('全年开展讲座10225场次，受益人数239万余人，慰问困难家庭近万户。', '一、2025年工作回顾');
    expect(targets).toEqual([]);
    expect(results.map(({ measure, value, unit }) => [measure, value, unit])).toEqual([
      ['讲座', 10225, '场次'],
      ['受益人数', 2390000, '人'],
      ['困难家庭', 10000, '户'],
    ]);
  });

  it('gives each amount its clause as quote, at its span', async () => {
    const { targets } = await read('联合有关部门，建设省级 “暖心家园” 3 - 5 个，推进 规范 建设。');
    expect(targets.map(({ quote }) => quote)).toEqual(['建设省级 “暖心家园” 3 - 5 个']);
  });
});
