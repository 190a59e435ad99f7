/** Words of what an element explains on the console by `debug`. */
export const debugZhCN = {
  lines: { version: '版本', data: '数据', lang: '语言', theme: '主题', counts: '数量', ignored: '忽略' },
  becauseOf: (reason: string) => `，${reason}`,
  listed: '；',

  reasons: {
    idle: '没有可读取的数据',
    given: (name: string) => `读取属性 ${name}`,
    fetched: (src: string) => `读取 src="${src}"`,
    again: '再次读取',
    ready: '数据已读到，显示出来',
    empty: '读到了数据，但其中没有可显示的内容',
    lang: '语言变了',
    changed: '属性变了',
  },
  sources: {
    property: (name: string) => `脚本设置的属性 ${name}`,
    attributes: (written: string) => `标签上的 ${written}`,
    values: '脚本设置的数值',
    address: (src: string, url: string) => `src="${src}"，即 ${url}`,
    block: (id: string) => `页面中 id 为 ${id} 的数据块`,
    none: '没有：既没有数据属性，也没有 src；显示标签之间原有的内容',
  },
  served: '显示的仍是服务器画好的内容',
  langFrom: (lang: string, written: string) => `${lang}，依据 ${written}`,
  noLang: '没有 lang，按中文',
  plan: (tasks: number, actions: number, targets: number) => `任务 ${tasks}，举措 ${actions}，量化目标 ${targets}`,
  reported: (reported: number, total: number, asOf: string | undefined) =>
    `已报送举措 ${reported} / ${total}${asOf === undefined ? '' : `，截至 ${asOf}`}`,
  noProgress: '没有进展数据（这是计划，不是快照）',
  sites: (sites: number, located: number) => `阵地 ${sites}，其中 ${located} 处有坐标`,
  nothingCounted: '尚无数据',
  nothingIgnored: '无',
  ignored: {
    src: (src: string, name: string) => `src="${src}"：已由${name}给出数据`,
    attribute: (name: string, meant: string | undefined) => `${name}：没有这个属性${meant === undefined ? '' : `，是否要写 ${meant}？`}`,
    theme: (theme: string, known: string) => `theme="${theme}"：没有这个主题，可用 ${known}`,
    editable: 'editable：快照没有链接到台账（links.entries），不能填报',
  },
};

export type DebugWords = typeof debugZhCN;
