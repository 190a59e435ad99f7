import type { Messages } from './zh-CN.js';

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What `fp` says in English. */
export const en: Messages = {
  help: `Usage: fp <command> [options]

Commands:
  import FILE         read an official document (work plan or report), print it as plan JSON
  sites FILE          read a table of service sites (Excel, CSV, GeoJSON), print it as a sites file
  check FILE          check a plan, snapshot, sites or ledger file
  compare A B         compare two plans: what is new or gone, which targets are stricter or looser
  match PLAN REPORT   which results of a report answer which targets of a plan
  render FILE         HTML that needs no script, to paste into a CMS
  serve DIR           start the API and its ledger over a folder
  token VERB          give out, list, take back tokens
  ledger VERB         verify, export, import, back up, restore the ledger

Options:
  -h, --help          show help; fp <command> --help for that of a command
  --version           show the version
`,
  usage:
    'Usage: fp import FILE [-o FILE] [--strict] | fp sites FILE [-o FILE] [--crs CRS] | fp check FILE | fp compare A B [--json] | fp match PLAN REPORT [--json] | fp render FILE [-o FILE] | fp serve DIR [--port N] | fp token create|list|revoke | fp ledger verify|export|import|backup|restore',
  importUsage: 'Usage: fp import FILE [-o FILE] [--strict]',
  importHelp: `Usage: fp import FILE [-o FILE] [--strict]

Reads an official document (docx, doc, pdf, ofd, html, txt, md, told by its bytes), prints the plan as JSON on standard
output and what is doubtful, with its place, on standard error. FILE may be - for standard input.

Options:
  -o, --output FILE   write to a file; a failure leaves no half of one
  --strict            print no plan and exit with 1 if there are errors or warnings
  -h, --help          show help

Example: fp import plan.docx -o plan.json
`,
  sitesUsage: 'Usage: fp sites FILE [-o FILE] [--crs CRS] [--strict]',
  sitesHelp: `Usage: fp sites FILE [-o FILE] [--crs CRS] [--strict]

Reads a table of service sites (.xlsx, .csv in UTF-8 or GB18030, GeoJSON, HSDS, told by its bytes), prints a sites file
on standard output and whatever was not plain, with row and column, on standard error. The header names 名称 and 地址,
and may name 类型 级别 电话 经度 纬度 坐标系 开放时间 服务内容 状态 行政区划代码 安全检查日期 编号; title rows may stand above it.
Citizen numbers and private mobile numbers are never taken. FILE may be - for standard input.

Options:
  -o, --output FILE   write to a file; a failure leaves no half of one
  -c, --crs CRS       system of coordinates that do not say theirs: wgs84, gcj02 (AMap, Tencent), bd09 (Baidu), cgcs2000 (Tianditu)
  --strict            print nothing and exit with 1 if there are errors or warnings
  -h, --help          show help

Example: fp sites sites.xlsx --crs gcj02 -o sites.json
`,
  checkUsage: 'Usage: fp check FILE',
  checkHelp: `Usage: fp check FILE

Checks a plan, snapshot, sites or ledger file (JSON in UTF-8). Prints one line if it is fine; else one line for each
problem with its path and its mend, and exits with 1. FILE may be - for standard input.

Options:
  -h, --help    show help

Example: fp check sites.json
`,
  compareUsage: 'Usage: fp compare A B [--json]',
  compareHelp: `Usage: fp compare A B [--json]

Compares two plans, of two years or two places: tasks, targets and key dates that only one of them has, targets that are
stricter or looser. A and B may be plan or snapshot JSON, or the documents themselves; one may be - for standard input.

Options:
  --json        print data instead of text
  -h, --help    show help

Example: fp compare plan-2025.txt plan-2026.txt
`,
  matchUsage: 'Usage: fp match PLAN REPORT [--json]',
  matchHelp: `Usage: fp match PLAN REPORT [--json]

Lists the targets of a plan, each with the result of a report that answers it and the reason. = is an answer;
~ is the figure of one place alone. PLAN and REPORT may be plan or snapshot JSON, or the documents themselves;
one may be - for standard input.

Options:
  --json        print data instead of text
  -h, --help    show help

Example: fp match plan.txt report.txt
`,
  renderUsage: 'Usage: fp render FILE [-o FILE] [--original URL] [--shadow [--nonce NONCE]]',
  renderHelp: `Usage: fp render FILE [-o FILE] [--original URL] [--shadow [--nonce NONCE]]

Prints a plan or snapshot as HTML that needs no script (headings, lists, progress, a link), to paste into a CMS or
to stand inside <fp-task-list>, where it shows when no script has run.
FILE is plan or snapshot JSON, or the official document itself; - reads standard input.

Options:
  -o, --output FILE    write to a file; a failure leaves no half of one
  -l, --original URL   address of the original document, linked to at the end
  --shadow             print <fp-task-list> as it looks (declarative shadow DOM, with the above inside) and its data:
                       it stands before any script, and the script takes it over without a request
  -n, --nonce NONCE    nonce of its styles; without one their hashes go to standard error, for style-src of a CSP
  -h, --help           show help

Example: fp render snapshot.json --original work-plan.pdf -o work-plan.html
`,
  serveUsage: 'Usage: fp serve DIR [--port N] [--host ADDRESS] [--data DIR] [--pages DIR] [--origin URL,…]',
  serveHelp: `Usage: fp serve DIR [--port N] [--host ADDRESS] [--data DIR] [--pages DIR] [--origin URL,…]

Publishes the plans, sites and regions (JSON) of a folder and starts the API and its ledger, until Ctrl+C.
/docs and /openapi.json describe it, /healthz and /metrics say how it is. The first start prints an admin token, once.
Where DATABASE_URL is set it uses that PostgreSQL, else the embedded database.

Options:
  -p, --port N         port; 8080 unless given
  -H, --host ADDRESS   address to listen at; 127.0.0.1, this machine alone, unless given
  -d, --data DIR       folder of the embedded database; DIR/.fp unless given
  -w, --pages DIR      serve the pages of this folder too
  -o, --origin URL     whose pages may ask, separated by commas
  -h, --help           show help

Example: fp serve plans --port 8080
`,
  tokenUsage: 'Usage: fp token create --name UNIT --role reader|reporter|editor|admin [--region CODE] | fp token list | fp token revoke ID',
  tokenHelp: `Usage: fp token create --name UNIT --role reader|reporter|editor|admin [--region CODE] [--data DIR]
       fp token list [--data DIR]
       fp token revoke ID [--data DIR]

A token is a unit's, never a person's. A reader reads the ledger, a reporter also reports, an editor also publishes plans,
an admin also gives out tokens; with --region only for that region and those below it. The token itself is printed once,
the database keeps its hash. The embedded database is open in one process at a time: while fp serve runs, use /tokens.

Options:
  -n, --name UNIT      name of the unit
  -r, --role ROLE      role
  -R, --region CODE    region code, 6 or 12 digits
  -d, --data DIR       folder of the embedded database, .fp unless given; not used where DATABASE_URL is set
  -h, --help           show help

Example: fp token create --name "Qingxi FPA" --role reporter --region 990100 --data plans/.fp
`,
  ledgerUsage:
    'Usage: fp ledger verify [--data DIR] | fp ledger export PLAN [-o FILE] [--format csv|xlsx] [--data DIR] | fp ledger import PLAN FILE [--strict] [--data DIR] | fp ledger backup [-o FILE] [--data DIR] | fp ledger restore FILE [--data DIR]',
  ledgerHelp: `Usage: fp ledger verify [--data DIR]
       fp ledger export PLAN [-o FILE] [--format csv|xlsx] [--data DIR]
       fp ledger import PLAN FILE [--strict] [--data DIR]
       fp ledger backup [-o FILE] [--data DIR]
       fp ledger restore FILE [--data DIR]

verify follows the chain of each plan's ledger: numbers without a gap, hash upon hash, nothing cut off the end; exits with
1 where something is wrong.
export prints the ledger of a plan, by its id, as a table for Excel.
import records the rows of a table (.xlsx, or .csv in UTF-8 or GB18030, told by the bytes) in the ledger: the columns of the export in
any order, title rows above the header passed over. Each doubtful cell is told on standard error with its row and column. In a new row
台账编号 stays empty, and the same table imported twice counts once; an entry is never changed: to correct one, write a new row with its
id in 更正. Citizen numbers and private mobile numbers are never read.
backup prints documents and entries, but no tokens; restore puts them into an empty database
and compares every hash.

Options:
  -o, --output FILE    write to a file; a failure leaves no half of one
  -f, --format FORMAT  csv or xlsx; as the name of the file says, else csv
  --strict             record nothing where anything is an error or a warning, and exit with 1
  -d, --data DIR       folder of the embedded database, .fp unless given; not used where DATABASE_URL is set
  -h, --help           show help

Example: fp ledger export plan-d43958178005 -o ledger.xlsx --data plans/.fp
`,
  noSuchPlan: (id) => `there is no plan ${id} in this store; fp ledger verify lists those that have a ledger`,
  wrongPort: (port) => `${port} is no port; give a whole number from 0 to 65535`,
  portInUse: (port) => `port ${port} is in use; choose another with --port`,
  noSuchFolderToServe: 'there is no such folder; check the path',
  serving: (url) => `${url}/docs\nCtrl+C ends it`,
  firstToken: (secret) => `Admin token (shown this once): ${secret}`,
  tokenNeeds: (roles) => `--name and --role (${roles}) are needed`,
  wrongRegion: (code) => `${code} is no region code; it has 6 or 12 digits`,
  tokenMade: (id) => `Token ${id} is made, and printed this once:`,
  revoked: (time) => `revoked ${time}`,
  tokenRevoked: (id) => `Token ${id} is revoked`,
  noSuchToken: (id) => `there is no token ${id} that still holds; see fp token list`,
  chainFine: (plan, entries, head) => `${plan}: ${counted(entries, 'line')}, the chain is whole, its end is ${head}`,
  chainBroken: (plan, seq, what) =>
    what === 'standing'
      ? `${plan}: the ledger is whole, but what its sums are read from disagrees with it at line ${seq}; back it up and restore it into an empty store`
      : `${plan}: ${{ gap: 'numbers are missing before', hash: 'the contents do not fit the hash of', previous: 'the chain breaks before', columns: 'the index does not fit the contents of', end: 'something was cut off or added after' }[what]} line ${seq}; stop writing and restore a backup`,
  restored: (documents, entries) => `restored ${counted(documents, 'document')}, ${counted(entries, 'line')} of the ledger`,
  unknownCommand: (name) => `there is no command ${name}`,
  missingCommand: 'a command is missing',
  unknownOption: (name) => `there is no option ${name}`,
  missingValue: (name) => `the option ${name} needs a value`,
  unexpectedValue: (name) => `the option ${name} takes no value`,
  nonceWithoutShadow: '--nonce goes with --shadow',
  styleHashes: (hashes) => `hashes of its styles (for style-src, where the page has a CSP): ${hashes}`,
  missingFile: (name) => `${name} is missing`,
  tooManyFiles: (count, extra) => `it takes ${counted(count, 'file')}; ${extra} is one too many`,
  stdinTwice: 'standard input (-) can be read only once',
  sameFile: '-o names the file that is read; give another name',

  noSuchFile: 'there is no such file; check the path',
  isDirectory: 'this is a directory; name a file in it',
  noPermission: 'no permission to read it; check the rights of the file',
  cannotRead: (reason) => `cannot be read (${reason}); check the file and try again`,
  noSuchFolder: 'its directory does not exist; create it first',
  outputIsDirectory: 'this is a directory; give a file name',
  noWritePermission: 'no permission to write there; choose another place',
  cannotWrite: (reason) => `cannot be written (${reason}); check the disk space and the path`,
  unexpected: (reason) => `unexpected error (${reason}); please report this line and the file to the maintainers`,

  severity: { error: 'error', warning: 'warning', info: 'info' },
  hint: 'hint',
  imported: (name, plan, diagnostics) => `${name}: ${plan}${diagnostics === '' ? '' : `; ${diagnostics}`}`,
  diagnostics: (errors, warnings, infos) =>
    [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '', infos > 0 ? `${infos} info` : '']
      .filter((part) => part !== '')
      .join(', '),
  planSize: (tasks, actions, targets) => `${counted(tasks, 'task')}, ${counted(actions, 'action')}, ${counted(targets, 'target')}`,
  strictRefusal: (diagnostics) => `${diagnostics}; with --strict no plan is printed`,

  matched: (plan, report, { targets, results, matches }) =>
    `“${plan}” has ${counted(targets, 'target')}, “${report}” has ${counted(results, 'result')}; ${matches} of the targets answered`,
  unanswered: 'no result answers it',

  unknownCrs: (name, known) => `there is no coordinate system ${name}; it is one of ${known}`,
  cell: (row, column, header) =>
    `row ${row}${column === undefined ? '' : `, column ${column}`}${header === undefined ? '' : ` (${header})`}`,
  sitesRead: (name, rows, sites, counts) =>
    `${name}: ${counted(rows, 'row')}, ${counted(sites, 'site')} taken, ${counted(rows - sites, 'row')} left out${counts === '' ? '' : `; ${counts}`}`,
  strictSites: (counts) => `${counts}; with --strict no sites file is printed`,

  unknownFormat: (name) => `there is no format ${name}; it is csv or xlsx`,
  ledgerRead: (name, { rows, recorded, repeated }, counts) =>
    `${name}: ${counted(rows, 'row')}, ${recorded} recorded${repeated === 0 ? '' : `, ${repeated} in the ledger before`}, ${rows - recorded - repeated} left out${counts === '' ? '' : `; ${counts}`}`,
  strictLedger: (counts) => `${counts}; with --strict nothing is recorded`,

  planFine: (size) => `a valid plan: ${size}`,
  snapshotFine: (size) => `a valid snapshot: ${size}`,
  sitesFine: (count) => `a valid file of sites: ${counted(count, 'site')}`,
  ledgerFine: (count) => `a valid ledger: ${count} ${count === 1 ? 'entry' : 'entries'}`,
  emptyJson: 'the file is empty; it should be JSON',
  notUtf8: 'this is not text in UTF-8; save it as UTF-8',
  tooLargeJson: (size, limit) => `the file is too large (${size} MB of at most ${limit} MB); check that it is the right file`,
  jsonSyntax: (problem) => `JSON syntax error: ${problem}`,
  json: {
    end: 'the file is not complete; it ends here',
    value: 'a value is expected here (string, number, true, false, null, object or array)',
    key: 'a key in double quotes is expected here',
    colon: 'a colon is missing after the key',
    commaOrBrace: 'a comma or } is expected here',
    commaOrBracket: 'a comma or ] is expected here',
    trailingComma: 'there is a comma after the last item; take it out',
    string: 'the string holds a character that must be escaped, such as a line end',
    escape: 'there is no such escape',
    number: 'a number is not written like this',
    quote: 'use plain double quotes',
    extra: 'the JSON is over, and more follows',
  },
  unknownShape:
    'this is no plan (format "fp-plan/1"), snapshot ("fp-snapshot/1"), sites file (an array "sites") or ledger (an array "entries"); see the JSON Schemas',
};
