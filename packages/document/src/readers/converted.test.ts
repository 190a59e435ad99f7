import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Plan } from '@fp-kit/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { comparable } from '../../testing/comparable.js';
import { importDocument } from '../import.js';

const run = promisify(execFile);

// Real documents stand beside the repository where they may be read; they are not part of it.
const seeds = fileURLToPath(new URL('../../../../../shared/seeds/', import.meta.url));
const sample = fileURLToPath(new URL('../../../../examples/data/work-plan.txt', import.meta.url));
const texts = [sample, ...(existsSync(seeds) ? readdirSync(seeds).map((name) => join(seeds, name)) : [])].filter((path) =>
  path.endsWith('.txt'),
);
const filters = { docx: 'docx', doc: 'doc:MS Word 97', html: 'html:HTML (StarWriter)', pdf: 'pdf' };

const folder = mkdtempSync(join(tmpdir(), 'fp-kit-converted-'));
let reason: string | undefined;

beforeAll(async () => {
  if (!existsSync(seeds)) console.warn('the real documents (../shared/seeds) are not here: the sample alone is converted');
  try {
    for (const filter of Object.values(filters)) {
      // With a profile of its own it runs beside one that is open.
      const options = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--infilter=Text (encoded):UTF8,LF,,,'];
      await run('soffice', [...options, '--convert-to', filter, '--outdir', folder, ...texts]);
    }
  } catch {
    reason = 'soffice (LibreOffice Writer) is not here to convert the documents';
  }
}, 120_000);
beforeEach((context) => {
  if (reason !== undefined) context.skip(reason);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = async (path: string) => (await importDocument(readFileSync(path), { name: 'plan' })).plan;

/** What a page shows better than a text: where a line ends. So sentences of a task are compared as one. */
const sentencesJoined = (plan: Plan) =>
  comparable({
    ...plan,
    tasks: plan.tasks.map((task) => {
      const text = task.actions.map((action) => action.text).join('');
      const targets = task.actions.flatMap((action) => action.targets).map((target) => ({ ...target, id: '1' }));
      const results = task.actions.flatMap((action) => action.results).map((result) => ({ ...result, id: '1' }));
      return { ...task, actions: [{ id: '1', text, span: [0, 0], mode: 'deliver', targets, results }] };
    }),
  });

describe.each(texts.map((path) => [basename(path, '.txt'), path]))('%s, converted by LibreOffice, gives one plan', (name, path) => {
  it.each(['docx', 'doc', 'html'])('%s', async (format) => {
    expect(comparable(await read(join(folder, `${name}.${format}`)))).toEqual(comparable(await read(path)));
  });

  it('pdf', async () => {
    expect(sentencesJoined(await read(join(folder, `${name}.pdf`)))).toEqual(sentencesJoined(await read(path)));
  });
});
