import type { Lang } from '@fp-kit/sdk';
import type { Messages } from './locales/zh-CN.js';

/** What a command may touch of the world around it; a test hands in its own. */
export interface Context {
  lang: Lang;
  messages: Messages;
  stdin: AsyncIterable<Uint8Array>;
  writeOut(piece: string | Uint8Array): void;
  writeError(text: string): void;
  /** Whether standard error shows colours. */
  hasColor: boolean;
  /** Columns of the terminal behind standard error. */
  columns: number;
}
