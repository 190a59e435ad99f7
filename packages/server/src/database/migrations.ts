import type { Database } from './database.js';

/**
 * The tables, one step after another; a step that has been taken is never changed. The same text for PGlite and PostgreSQL 14 and newer.
 *
 * The database itself keeps the ledger: a trigger gives every entry its number and its hash, over that of the entry before, and refuses to
 * change or to remove one, whoever asks.
 */
const steps: readonly string[] = [
  `
  create table documents (
    kind text not null,
    id text not null,
    body text not null,
    etag text not null,
    changed_at timestamptz not null default now(),
    primary key (kind, id)
  );

  create table chains (
    plan_id text primary key,
    seq bigint not null default 0,
    hash text not null default ''
  );

  create table entries (
    plan_id text not null,
    seq bigint not null,
    id uuid not null,
    task_id text not null,
    action_id text,
    target_id text,
    region text,
    as_of date not null,
    recorded_at timestamptz not null,
    supersedes uuid,
    said smallint not null,
    body text not null,
    previous text not null,
    hash text not null,
    received_at timestamptz not null default now(),
    primary key (plan_id, seq),
    unique (plan_id, id)
  );
  create unique index entries_corrected_once on entries (plan_id, supersedes) where supersedes is not null;
  create index entries_by_subject on entries (plan_id, task_id, action_id, target_id, region);

  create function link_entry() returns trigger language plpgsql as $$
  begin
    insert into chains (plan_id) values (new.plan_id) on conflict do nothing;
    -- Locks the chain until the transaction ends, so that numbers have no gap and the order is that of the commits.
    select seq + 1, hash into new.seq, new.previous from chains where plan_id = new.plan_id for update;
    new.hash := encode(sha256(convert_to(new.previous || new.body, 'UTF8')), 'hex');
    update chains set seq = new.seq, hash = new.hash where plan_id = new.plan_id;
    return new;
  end $$;
  create trigger entries_are_linked before insert on entries for each row execute function link_entry();

  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'the ledger is append-only: correct an entry by one that supersedes it';
  end $$;
  create trigger entries_stay before update or delete on entries for each row execute function refuse_change();
  create trigger entries_are_not_emptied before truncate on entries for each statement execute function refuse_change();

  create table answers (
    asker text not null,
    key text not null,
    request text not null,
    entries text not null,
    given_at timestamptz not null default now(),
    primary key (asker, key)
  );

  create table tokens (
    id text primary key,
    hash text not null unique,
    name text not null,
    role text not null,
    region text,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    revoked_at timestamptz
  );
  `,
];

/** Brings the tables up to date. Several instances may start at once: one of them does it, the others wait. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (inside) => {
    // Any number will do that nothing else locks.
    await inside.query('select pg_advisory_xact_lock(7011980)');
    await inside.query('create table if not exists migrations (step int primary key, taken_at timestamptz not null default now())');
    const [{ taken } = { taken: 0 }] = await inside.query<{ taken: number }>('select count(*)::int as taken from migrations');
    for (let step = taken; step < steps.length; step++) {
      for (const statement of splitStatements(steps[step]!)) await inside.query(statement);
      await inside.query('insert into migrations (step) values ($1)', [step]);
    }
  });
}

/** A driver prepares one statement at a time; a semicolon inside $$ … $$ ends none. */
function splitStatements(sql: string): string[] {
  return sql
    .split(/;\s*\n(?=(?:[^$]*\$\$[^$]*\$\$)*[^$]*$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
