import type { Messages } from './zh-CN.js';

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What `fp` says in English. */
export const en: Messages = {
  help: `Usage: fp <command> [options]

Commands:
  import FILE   read an official document (work plan or report), print it as plan JSON
  check FILE    check a plan, snapshot, sites or ledger file

Options:
  -h, --help    show help; fp <command> --help for that of a command
  --version     show the version
`,
  usage: 'Usage: fp import FILE [-o FILE] | fp check FILE',
  importUsage: 'Usage: fp import FILE [-o FILE]',
  importHelp: `Usage: fp import FILE [-o FILE]

Reads an official document, prints the plan as JSON on standard output and what is doubtful, with its place, on
standard error. FILE may be - for standard input.

Options:
  -o, --output FILE   write to a file; a failure leaves no half of one
  -h, --help          show help

Example: fp import plan.txt -o plan.json
`,
  checkUsage: 'Usage: fp check FILE',
  checkHelp: `Usage: fp check FILE

Checks a plan, snapshot, sites or ledger file (JSON in UTF-8). Prints one line if it is fine; else one line for each
problem with its path and its mend, and exits with 1. FILE may be - for standard input.

Options:
  -h, --help    show help

Example: fp check sites.json
`,
  unknownCommand: (name) => `there is no command ${name}`,
  missingCommand: 'a command is missing',
  unknownOption: (name) => `there is no option ${name}`,
  missingValue: (name) => `the option ${name} needs a file name`,
  unexpectedValue: (name) => `the option ${name} takes no value`,
  missingFile: 'FILE is missing',
  oneFile: (extra) => `one FILE at a time; ${extra} is one too many`,
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
