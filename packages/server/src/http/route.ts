import type { Lang } from '@fp-kit/sdk';
import type * as z from 'zod/mini';
import type { Verb } from '../access/permissions.js';
import type { Bearer } from '../access/tokens.js';
import type { Service } from '../service.js';

/** One thing the API does. The server, its OpenAPI document, the page of it, the table of permissions and the fuzz all read this. */
export interface Route {
  method: 'get' | 'post' | 'put' | 'delete';
  /** As OpenAPI writes it: `/plans/{planId}`. */
  path: string;
  id: string;
  summary: string;
  /** What it takes to be allowed to; nothing where absent. */
  verb?: Verb;
  query?: Readonly<Record<string, z.ZodMiniType>>;
  headers?: Readonly<Record<string, z.ZodMiniType>>;
  body?: z.ZodMiniType;
  /** Media types of a body that is a file; `Asked.body` is its bytes. */
  upload?: readonly string[];
  /** By status. A schema is that of a JSON body; words are media types. */
  answers: Readonly<Record<number, { what: string; schema?: z.ZodMiniType; mediaType?: string | readonly string[] }>>;
  handle: (asked: Asked) => Promise<Answer> | Answer;
}

/** What a request is answered with. One Response is made of it, with the headers that every answer carries. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | ReadableStream<Uint8Array> | null;
}

/** A request that has been let in: what it asks, by whom. */
export interface Asked {
  service: Service;
  request: Request;
  /** Of the path, decoded. */
  params: Readonly<Record<string, string>>;
  /** As the route's schemas have it. */
  query: Readonly<Record<string, string>>;
  /** As the route's schema has it, or the bytes of an upload; undefined where the route has neither. */
  body: unknown;
  /** Who asks; there is one wherever the route has a verb. */
  bearer: Bearer | undefined;
  lang: Lang;
}
