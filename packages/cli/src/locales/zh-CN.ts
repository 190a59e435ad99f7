/** What `fp` says in Chinese; the other languages have the same keys. */
export const zhCN = {
  help: `用法：fp <命令> [选项]

命令：
  import FILE         读取正式文件（工作要点、工作报告），输出计划 JSON
  sites FILE          读取服务阵地的表格（Excel、CSV、GeoJSON），输出阵地文件
  check FILE          检查计划、快照、阵地或台账文件
  compare A B         对比两份计划：增减了什么，哪些目标更严、更宽
  match PLAN REPORT   报告里哪些已完成情况对应计划的哪些目标
  render FILE         输出无需脚本的网页内容（HTML），可粘贴到网站后台
  serve DIR           在一个文件夹上启动接口和台账
  token VERB          发放、列出、收回令牌
  ledger VERB         校验、导出、导入、备份、恢复台账

选项：
  -h, --help          显示帮助；fp <命令> --help 显示该命令的帮助
  --version           显示版本
`,
  usage:
    '用法：fp import FILE [-o FILE] [--strict] | fp sites FILE [-o FILE] [--crs CRS] | fp check FILE | fp compare A B [--json] | fp match PLAN REPORT [--json] | fp render FILE [-o FILE] | fp serve DIR [--port N] | fp token create|list|revoke | fp ledger verify|export|import|backup|restore',
  importUsage: '用法：fp import FILE [-o FILE] [--strict]',
  importHelp: `用法：fp import FILE [-o FILE] [--strict]

读取正式文件（docx、doc、pdf、ofd、html、txt、md，按内容识别），把计划以 JSON 输出到标准输出，
把提示连同原文位置输出到标准错误。FILE 写 - 时从标准输入读取。

选项：
  -o, --output FILE   写入文件；失败时不留下半个文件
  --strict            有错误或警告就不输出计划，退出码为 1
  -h, --help          显示帮助

例：fp import 工作要点.docx -o plan.json
`,
  sitesUsage: '用法：fp sites FILE [-o FILE] [--crs 坐标系] [--strict]',
  sitesHelp: `用法：fp sites FILE [-o FILE] [--crs 坐标系] [--strict]

读取服务阵地的表格（.xlsx、UTF-8 或 GB18030 的 .csv、GeoJSON、HSDS，按内容识别），把阵地文件输出到标准输出，
把每一处疑问连同行号、列号输出到标准错误。表头要有名称、地址，其余可有：类型、级别、电话、经度、纬度、坐标系、
开放时间、服务内容、状态、行政区划代码、安全检查日期、编号；表头上方可以有标题行。
身份证号和个人手机号一律不读入。FILE 写 - 时从标准输入读取。

选项：
  -o, --output FILE   写入文件；失败时不留下半个文件
  -c, --crs 坐标系    没有注明坐标系的坐标按它读入：wgs84、gcj02（高德、腾讯）、bd09（百度）、cgcs2000（天地图）
  --strict            有错误或警告就不输出，退出码为 1
  -h, --help          显示帮助

例：fp sites 阵地.xlsx --crs gcj02 -o sites.json
`,
  checkUsage: '用法：fp check FILE',
  checkHelp: `用法：fp check FILE

检查计划、快照、阵地或台账文件（JSON，UTF-8）。没有问题输出一行确认；有问题逐行输出位置、问题和改法，退出码为 1。
FILE 写 - 时从标准输入读取。

选项：
  -h, --help    显示帮助

例：fp check sites.json
`,
  compareUsage: '用法：fp compare A B [--json]',
  compareHelp: `用法：fp compare A B [--json]

对比两份计划（两个年度，或两个地方）：任务、量化目标、活动日的增减，目标是更严还是更宽。
A、B 可以是计划或快照 JSON，也可以直接是正式文件；其中一个写 - 时从标准输入读取。

选项：
  --json        输出数据而不是文字
  -h, --help    显示帮助

例：fp compare 2025年工作要点.txt 2026年工作要点.txt
`,
  matchUsage: '用法：fp match PLAN REPORT [--json]',
  matchHelp: `用法：fp match PLAN REPORT [--json]

逐个列出计划的量化目标，以及工作报告里对应的已完成情况和理由。
= 是对应的结果；~ 只是某一个地方的数字，不能代表全部。
PLAN、REPORT 可以是计划或快照 JSON，也可以直接是正式文件；其中一个写 - 时从标准输入读取。

选项：
  --json        输出数据而不是文字
  -h, --help    显示帮助

例：fp match 工作要点.txt 工作报告.txt
`,
  renderUsage: '用法：fp render FILE [-o FILE] [--original URL] [--shadow [--nonce NONCE]]',
  renderHelp: `用法：fp render FILE [-o FILE] [--original URL] [--shadow [--nonce NONCE]]

把计划或快照输出为无需脚本的网页内容（HTML：标题、列表、进度条、链接），可粘贴到网站后台，
也可放在 <fp-task-list> 标签里，脚本没有运行时显示。
FILE 可以是计划或快照 JSON，也可以直接是正式文件；写 - 时从标准输入读取。

选项：
  -o, --output FILE    写入文件；失败时不留下半个文件
  -l, --original URL   文末链接到原文的地址
  --shadow             输出画好的 <fp-task-list>（声明式 shadow DOM，内含上述内容）和它的数据；
                       脚本运行前就有样式，运行后直接接手，不再请求
  -n, --nonce NONCE    样式的 nonce；不给时把样式的哈希输出到标准错误，供 CSP 的 style-src 使用
  -h, --help           显示帮助

例：fp render snapshot.json --original 工作要点.pdf -o 工作要点.html
`,
  serveUsage: '用法：fp serve DIR [--port N] [--host ADDRESS] [--data DIR] [--pages DIR] [--origin URL,…]',
  serveHelp: `用法：fp serve DIR [--port N] [--host ADDRESS] [--data DIR] [--pages DIR] [--origin URL,…]

发布文件夹里的计划、阵地（sites）和行政区划（regions）JSON，启动接口和台账，直到按 Ctrl+C。
说明在 /docs 和 /openapi.json，状态在 /healthz 和 /metrics。第一次启动时输出一个管理令牌，只显示这一次。
设有环境变量 DATABASE_URL 时用该 PostgreSQL，否则用内嵌的数据库。

选项：
  -p, --port N         端口，默认 8080
  -H, --host ADDRESS   监听的地址，默认 127.0.0.1（只供本机）
  -d, --data DIR       内嵌数据库所在的文件夹，默认 DIR/.fp
  -w, --pages DIR      同时提供这个文件夹里的网页
  -o, --origin URL     允许哪些网站的页面访问，逗号分隔
  -h, --help           显示帮助

例：fp serve plans --port 8080
`,
  tokenUsage: '用法：fp token create --name UNIT --role reader|reporter|editor|admin [--region CODE] | fp token list | fp token revoke ID',
  tokenHelp: `用法：fp token create --name UNIT --role reader|reporter|editor|admin [--region CODE] [--data DIR]
      fp token list [--data DIR]
      fp token revoke ID [--data DIR]

令牌发给单位，不发给个人。reader 读台账，reporter 还能报送，editor 还能发布计划，admin 还能发放令牌；
给出 --region 时只管该行政区划及其下级。令牌原文只输出一次，数据库里只有它的散列值。
内嵌数据库同一时间只能由一个进程打开：fp serve 运行时请用接口 /tokens。

选项：
  -n, --name UNIT      单位名称
  -r, --role ROLE      角色
  -R, --region CODE    行政区划代码，6 位或 12 位
  -d, --data DIR       内嵌数据库所在的文件夹，默认 .fp；设有 DATABASE_URL 时不用
  -h, --help           显示帮助

例：fp token create --name 青溪市计生协 --role reporter --region 990100 --data plans/.fp
`,
  ledgerUsage:
    '用法：fp ledger verify [--data DIR] | fp ledger export PLAN [-o FILE] [--format csv|xlsx] [--data DIR] | fp ledger import PLAN FILE [--strict] [--data DIR] | fp ledger backup [-o FILE] [--data DIR] | fp ledger restore FILE [--data DIR]',
  ledgerHelp: `用法：fp ledger verify [--data DIR]
      fp ledger export PLAN [-o FILE] [--format csv|xlsx] [--data DIR]
      fp ledger import PLAN FILE [--strict] [--data DIR]
      fp ledger backup [-o FILE] [--data DIR]
      fp ledger restore FILE [--data DIR]

verify 逐条校验每份计划的台账链：编号不断、散列相接、末尾没有被截去；有问题退出码为 1。
export 把一份计划（按其 id）的台账输出为 Excel 能打开的表格。
import 把表格（.xlsx，UTF-8 或 GB18030 的 .csv，按内容识别）里的记录写入台账，列与导出的相同，顺序不限，表头上方可以有标题行；
把每一处疑问连同行号、列号输出到标准错误。新写的一行“台账编号”空着，同一份表格导入两次只算一次；
已有的记录不能改，要更正就新写一行，在“更正”里填原来的台账编号。身份证号和个人手机号一律不读入。
backup 输出文件、台账（不含令牌），restore 把备份写入空的数据库，并核对每条的散列。

选项：
  -o, --output FILE    写入文件；失败时不留下半个文件
  -f, --format FORMAT  csv 或 xlsx；默认看文件名，不是 .xlsx 就是 csv
  --strict             有错误或警告就一条也不写入，退出码为 1
  -d, --data DIR       内嵌数据库所在的文件夹，默认 .fp；设有 DATABASE_URL 时不用
  -h, --help           显示帮助

例：fp ledger export plan-d43958178005 -o 台账.xlsx --data plans/.fp
`,
  noSuchPlan: (id: string) => `库中没有计划 ${id}；fp ledger verify 会列出有台账的计划`,
  wrongPort: (port: string) => `端口 ${port} 不对，应为 0 到 65535 的整数`,
  portInUse: (port: string) => `端口 ${port} 已被占用，请用 --port 换一个`,
  noSuchFolderToServe: '没有这个文件夹，请检查路径',
  serving: (url: string) => `${url}/docs\nCtrl+C 结束`,
  firstToken: (secret: string) => `管理令牌（只显示这一次）：${secret}`,
  tokenNeeds: (roles: string) => `需要 --name 和 --role（${roles}）`,
  wrongRegion: (code: string) => `${code} 不是行政区划代码，应为 6 位或 12 位数字`,
  tokenMade: (id: string) => `令牌 ${id} 已建立，原文只输出这一次：`,
  revoked: (time: string) => `已于 ${time} 收回`,
  tokenRevoked: (id: string) => `令牌 ${id} 已收回`,
  noSuchToken: (id: string) => `没有 ${id} 这个有效的令牌，请用 fp token list 查看`,
  chainFine: (plan: string, entries: number, head: string) => `${plan}：${entries} 条记录，链完整，末条 ${head}`,
  chainBroken: (plan: string, seq: number, what: 'gap' | 'hash' | 'previous' | 'columns' | 'end' | 'standing') =>
    what === 'standing'
      ? `${plan}：台账完好，但汇总所依据的现行记录在第 ${seq} 条与台账不符，请备份后恢复到空库`
      : `${plan}：第 ${seq} 条${{ gap: '之前缺号', hash: '的内容与散列不符', previous: '与前一条接不上', columns: '的索引列与内容不符', end: '之后被截去或增添' }[what]}，请停止写入并从备份恢复`,
  restored: (documents: number, entries: number) => `已恢复 ${documents} 个文件、${entries} 条记录`,
  unknownCommand: (name: string) => `没有 ${name} 这个命令`,
  missingCommand: '缺少命令',
  unknownOption: (name: string) => `没有 ${name} 这个选项`,
  missingValue: (name: string) => `选项 ${name} 后面缺少内容`,
  unexpectedValue: (name: string) => `选项 ${name} 不带值`,
  nonceWithoutShadow: '--nonce 只用于 --shadow',
  styleHashes: (hashes: string) => `样式的哈希（页面有 CSP 时写入 style-src）：${hashes}`,
  missingFile: (name: string) => `缺少 ${name}`,
  tooManyFiles: (count: number, extra: string) => `一次只处理 ${count} 个文件，多出了 ${extra}`,
  stdinTwice: '标准输入（-）只能用一次',
  sameFile: '-o 指向的就是要读取的文件，请换一个文件名',

  noSuchFile: '没有这个文件，请检查路径',
  isDirectory: '这是一个目录，请给出其中的文件',
  noPermission: '没有读取权限，请检查文件权限',
  cannotRead: (reason: string) => `无法读取（${reason}），请检查文件后重试`,
  noSuchFolder: '所在目录不存在，请先建立目录',
  outputIsDirectory: '这是一个目录，请给出文件名',
  noWritePermission: '没有写入权限，请换一个位置',
  cannotWrite: (reason: string) => `无法写入（${reason}），请检查磁盘空间和路径`,
  unexpected: (reason: string) => `意外错误（${reason}），请把这一行连同文件反馈给维护者`,

  severity: { error: '错误', warning: '警告', info: '提示' },
  hint: '建议',
  imported: (name: string, plan: string, diagnostics: string) => `${name}：${plan}${diagnostics === '' ? '' : `；${diagnostics}`}`,
  diagnostics: (errors: number, warnings: number, infos: number) =>
    [errors > 0 ? `${errors} 个错误` : '', warnings > 0 ? `${warnings} 条警告` : '', infos > 0 ? `${infos} 条提示` : '']
      .filter((part) => part !== '')
      .join('、'),
  planSize: (tasks: number, actions: number, targets: number) => `${tasks} 项任务、${actions} 项举措、${targets} 个量化目标`,
  strictRefusal: (diagnostics: string) => `有 ${diagnostics}，按 --strict 不输出计划`,

  matched: (plan: string, report: string, { targets, results, matches }: { targets: number; results: number; matches: number }) =>
    `计划《${plan}》有 ${targets} 个量化目标，《${report}》有 ${results} 项已完成情况，对应上 ${matches} 个目标`,
  unanswered: '没有找到对应的已完成情况',

  unknownCrs: (name: string, known: string) => `没有 ${name} 这种坐标系，应为 ${known}`,
  cell: (row: number, column: string | undefined, header: string | undefined) =>
    `第${row}行${column === undefined ? '' : ` ${column}列`}${header === undefined ? '' : `（${header}）`}`,
  sitesRead: (name: string, rows: number, sites: number, counts: string) =>
    `${name}：共 ${rows} 行，读入 ${sites} 处阵地，${rows - sites} 行没有读入${counts === '' ? '' : `；${counts}`}`,
  strictSites: (counts: string) => `有 ${counts}，按 --strict 不输出阵地文件`,

  unknownFormat: (name: string) => `没有 ${name} 这种格式，应为 csv 或 xlsx`,
  ledgerRead: (name: string, { rows, recorded, repeated }: { rows: number; recorded: number; repeated: number }, counts: string) =>
    `${name}：共 ${rows} 行，写入 ${recorded} 条记录${repeated === 0 ? '' : `，${repeated} 条台账里已有`}，${rows - recorded - repeated} 行没有写入${counts === '' ? '' : `；${counts}`}`,
  strictLedger: (counts: string) => `有 ${counts}，按 --strict 一条也不写入`,

  planFine: (size: string) => `计划有效：${size}`,
  snapshotFine: (size: string) => `快照有效：${size}`,
  sitesFine: (count: number) => `阵地文件有效：${count} 处阵地`,
  ledgerFine: (count: number) => `台账有效：${count} 条记录`,
  emptyJson: '文件是空的，应为 JSON',
  notUtf8: '不是 UTF-8 编码的文本，请另存为 UTF-8',
  tooLargeJson: (size: number, limit: number) => `文件太大（${size} MB，上限 ${limit} MB），请确认选对了文件`,
  jsonSyntax: (problem: string) => `JSON 语法错误：${problem}`,
  json: {
    end: '文件不完整，到这里就结束了',
    value: '这里应为一个值（字符串、数字、true、false、null、对象或数组）',
    key: '这里应为双引号括起的键名',
    colon: '键名后面缺少冒号',
    commaOrBrace: '这里应为逗号或 }',
    commaOrBracket: '这里应为逗号或 ]',
    trailingComma: '最后一项后面多了逗号，删去它',
    string: '字符串里有不能直接出现的字符（如换行），请转义',
    escape: '转义写法不对',
    number: '数字写法不对',
    quote: '要用英文双引号',
    extra: 'JSON 已经结束，后面还有多余内容',
  },
  unknownShape:
    '看不出是计划（format 为 "fp-plan/1"）、快照（"fp-snapshot/1"）、阵地（有 sites 数组）还是台账（有 entries 数组），请对照 JSON Schema',
};

export type Messages = typeof zhCN;
