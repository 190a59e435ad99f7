import type { NoteWords } from './zh-CN.js';

export const notesEn: NoteWords = {
  loading: 'Loading…',
  empty: 'Nothing here yet',
  failures: {
    network: 'No connection: the latest data can’t be reached right now.',
    timeout: 'The server did not answer in time: the latest data can’t be reached right now.',
    http: 'The server has a fault: the latest data can’t be reached right now.',
    missing: 'The latest data was not found.',
    absent: 'The latest data was not found.',
    notJson: 'What came is not data and can’t be shown.',
    shape: 'The latest data is faulty and can’t be shown.',
    value: 'The figures are faulty and can’t be shown.',
  },
  retry: 'Try again',

  kept: " The page's own content stays.",
  problems: {
    network: (where, detail) =>
      `can't reach ${where} (${detail}). Check the address in src, the network, and whether the server allows other origins (CORS).`,
    timeout: (where, detail) => `${where} did not answer within ${detail}. Check the server; readers can press “Try again”.`,
    http: (where, detail) => `${where} answered HTTP ${detail}. Check the address in src and that the file is published.`,
    absent: (where) =>
      `the page has no element with the id ${where.slice(1)}. Write <script type="application/json" id="${where.slice(1)}">, or mend src.`,
    notJson: (where, detail) => `${where} is not valid JSON (${detail}). Check the file with fp check.`,
    shape: (where, detail) => `the data does not fit at ${where} (${detail}). Check the file with fp check.`,
    value: (where, detail) =>
      `attribute ${where} is not usable (${detail}). Give numbers not below 0, max above 0, the lower end of a range first, and days as 2026-12-31.`,
  },
};
