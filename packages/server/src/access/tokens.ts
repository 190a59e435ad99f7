import { createHash, randomBytes } from 'node:crypto';
import type { Queries, Row } from '../database/database.js';

/** What a token lets do, each role all that the one before it may: read the ledger, report, publish plans, give out tokens. */
export const roles = ['reader', 'reporter', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who asks: a unit, never a person. */
export interface Bearer {
  id: string;
  name: string;
  role: Role;
  /** It may do so in this region and those below it; everywhere where absent. */
  region?: string;
}

export interface Token extends Bearer {
  createdAt: string;
  expiresAt?: string;
  revokedAt?: string;
}

/**
 * Makes a token. The secret is told once, here; the database keeps its hash. 256 random bits need no slow hash: there is nothing to guess from.
 */
export async function createToken(
  database: Queries,
  { name, role, region, expiresAt }: { name: string; role: Role; region?: string | undefined; expiresAt?: string | undefined },
): Promise<{ token: Token; secret: string }> {
  const id = randomBytes(6).toString('hex');
  const secret = `fp_${id}_${randomBytes(32).toString('base64url')}`;
  const [row] = await database.query<TokenRow>(
    `insert into tokens (id, hash, name, role, region, expires_at) values ($1, $2, $3, $4, $5, $6::text::timestamptz) returning ${columns}`,
    [id, hashOf(secret), name, role, region ?? null, expiresAt ?? null],
  );
  return { token: readToken(row!), secret };
}

export async function listTokens(database: Queries): Promise<Token[]> {
  return (await database.query<TokenRow>(`select ${columns} from tokens order by created_at, id`)).map(readToken);
}

/** Takes a token back at once; false where there is none of this id that still holds. */
export async function revokeToken(database: Queries, id: string): Promise<boolean> {
  const rows = await database.query('update tokens set revoked_at = now() where id = $1 and revoked_at is null returning id', [id]);
  // Every instance forgets whom it knew.
  if (rows.length > 0) await database.query("select pg_notify('fp_tokens', $1)", [id]);
  return rows.length > 0;
}

/** Who a secret belongs to; undefined where it is unknown, revoked or expired. */
export async function findBearer(database: Queries, secret: string): Promise<Bearer | undefined> {
  const [row] = await database.query<TokenRow>(
    `select ${columns} from tokens where hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
    [hashOf(secret)],
  );
  if (row === undefined) return undefined;
  const { id, name, role, region } = readToken(row);
  return { id, name, role, ...(region === undefined ? {} : { region }) };
}

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const columns = `id, name, role, region, ${instant('created_at')} as created, ${instant('expires_at')} as expires, ${instant('revoked_at')} as revoked`;

interface TokenRow extends Row {
  id: string;
  name: string;
  role: Role;
  region: string | null;
  created: string;
  expires: string | null;
  revoked: string | null;
}

function readToken({ id, name, role, region, created, expires, revoked }: TokenRow): Token {
  return {
    id,
    name,
    role,
    ...(region === null ? {} : { region }),
    createdAt: created,
    ...(expires === null ? {} : { expiresAt: expires }),
    ...(revoked === null ? {} : { revokedAt: revoked }),
  };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
