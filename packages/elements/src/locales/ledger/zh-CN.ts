import type { Coverage, SupervisionKind } from '@fp-kit/sdk';

const kinds: Record<SupervisionKind, string> = {
  overdue: '逾期',
  overLimit: '超过上限',
  behind: '滞后',
  dueSoon: '临期',
  stagnant: '停滞',
};

/** Words of what is drawn from a ledger: rankings, and what is to be chased. */
export const ledgerZhCN = {
  date: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  asOf: (date: string) => `截至${date}`,
  list: (items: readonly string[]) => items.join('、'),
  percent: (rate: number) => `${Number((rate * 100).toFixed(1))}%`,
  regionsReported: ({ reported, total }: Coverage) =>
    total === undefined ? `${reported} 个地区已报送` : `${total} 个地区中 ${reported} 个已报送`,
  actionsHeard: (reported: number, total: number) => `${total} 项举措中 ${reported} 项已报送`,
  isGone: '已不在其中',

  ranking: '地区排名',
  columns: { rank: '名次', region: '地区', score: '加权得分', change: '变化', asOf: '最近报送' },
  rank: (rank: number) => String(rank),
  tied: '并列',
  score: (score: number) => `${Number((score * 100).toFixed(1))} 分`,
  share: (percent: string) => `权重 ${percent}`,
  ofActions: (done: string, total: string) => `${total} 项举措中 ${done} 项`,
  ofAmount: (part: string, total: string) => `${part} / ${total}`,
  since: (date: string) => `较${date}`,
  moved: (places: number) => (places === 0 ? '名次未变' : places > 0 ? `升 ${places} 位` : `降 ${-places} 位`),
  gained: (points: string) => `${points} 个百分点`,
  wasUnranked: '此前未参与排名',
  late: (closesOn: string) => `未按时报送（${closesOn}截止）`,
  lateOn: (region: string, date: string | undefined) => (date === undefined ? `${region}：尚未报送` : `${region}：${date}报送`),
  unranked: '未参与排名',
  unrankedBecause: { notReported: '未报送', noDenominator: '缺少分母' },
  nobodyRanked: '还没有地区可以排名。',
  method: '排名办法',
  reorder: '名次有变，按新名次排列',
  ranksMoved: (count: number) => (count === 0 ? '数据已更新，名次未变' : `数据已更新，${count} 个地区名次有变`),

  supervision: '督办清单',
  kinds,
  toChase: (count: number, total: number) => (count === 0 ? `${total} 项举措中没有需要督办的` : `${total} 项举措中 ${count} 项需要督办`),
  ofKind: (kind: string, count: number) => `${kind} ${count} 项`,
  units: '责任单位',
  silent: '未报送',
  lastReport: (date: string) => `最近报送截至${date}`,
  noUnit: '未写明',
  task: (id: string, title: string) => `${id} ${title}`,
  reorderItems: '清单有变，按轻重缓急排列',
  chaseChanged: (come: number, gone: number) =>
    ['督办清单已更新', come > 0 ? `新增 ${come} 项` : '', gone > 0 ? `减少 ${gone} 项` : ''].filter(Boolean).join('，'),
};

/** Every string and word order of what is drawn from a ledger. */
export type LedgerWords = typeof ledgerZhCN;
