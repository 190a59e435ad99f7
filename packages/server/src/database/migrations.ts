import type { Database } from './database.js';

/**
 * The tables, one step after another; a step that has been taken is never changed. The same text for PGlite and PostgreSQL 14 and newer.
 *
 * The database itself keeps the ledger: a trigger gives every entry its number and its hash, over that of the entry before, and refuses to
 * change or to remove one, whoever asks. Another keeps what stands of the ledger, from which every sum is read; it is derived, and
 * `verifyLedger` tells where it disagrees.
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
  `
  -- The entry before is found in the ledger itself. Of two that find the same, the key of the table lets one in.
  create or replace function link_entry() returns trigger language plpgsql as $$
  begin
    select e.seq + 1, e.hash into new.seq, new.previous from entries e where e.plan_id = new.plan_id order by e.seq desc limit 1;
    if not found then
      new.seq := 1;
      new.previous := '';
    end if;
    new.hash := encode(sha256(convert_to(new.previous || new.body, 'UTF8')), 'hex');
    return new;
  end $$;

  create function extend_chain() returns trigger language plpgsql as $$
  declare
    stretch record;
  begin
    for stretch in
      select a.plan_id, min(a.seq) as first, max(a.seq) as last from added a group by a.plan_id order by a.plan_id
    loop
      insert into chains (plan_id) values (stretch.plan_id) on conflict do nothing;
      -- The end of the chain is kept apart, so that nothing can be cut off it and others written instead.
      update chains c set seq = stretch.last, hash = l.hash
      from added f, added l
      where c.plan_id = stretch.plan_id and f.plan_id = c.plan_id and f.seq = stretch.first and l.plan_id = c.plan_id and l.seq = stretch.last
        and c.seq = f.seq - 1 and c.hash = f.previous;
      if not found then
        raise exception 'the ledger of % does not end where its chain does: restore a backup', stretch.plan_id;
      end if;
    end loop;
    return null;
  end $$;
  create trigger chains_follow after insert on entries referencing new table as added for each statement execute function extend_chain();

  drop index entries_by_subject;
  create index entries_by_age on entries
    (plan_id, task_id, coalesce(action_id, ''), coalesce(target_id, ''), coalesce(region, ''), said, as_of, recorded_at, id);

  -- Inlined where it is called: one descent of the index.
  create function newest_entry(plan_id text, task_id text, action_id text, target_id text, region text, said smallint, since date, until date, seen date)
  returns setof bigint language sql stable as $$
    select e.seq from entries e
    where e.plan_id = $1 and e.task_id = $2 and coalesce(e.action_id, '') = $3 and coalesce(e.target_id, '') = $4
      and coalesce(e.region, '') = $5 and e.said = $6 and e.as_of between $7 and $8 and (e.said <> 0 or e.supersedes is null)
      and not exists (select from entries c where c.plan_id = e.plan_id and c.supersedes = e.id and c.as_of <= $9)
    order by e.as_of desc, e.recorded_at desc, e.id desc limit 1
  $$;

  -- Of each thing reported on, by each region, in each month: the newest entry that no other corrects, or null where all of them were.
  create table standing (
    plan_id text not null,
    task_id text not null,
    action_id text not null,
    target_id text not null,
    region text not null,
    said smallint not null,
    month date not null,
    seq bigint,
    changed bigint not null,
    primary key (plan_id, task_id, action_id, target_id, region, said, month)
  );
  -- The number of the entry that brought a row about: who has seen a ledger up to some number reads what changed after it.
  create index standing_by_change on standing (plan_id, changed);

  create function keep_standing() returns trigger language plpgsql as $$
  begin
    -- What an entry speaks of may now stand otherwise, and so may what its correction took out.
    insert into standing as s (plan_id, task_id, action_id, target_id, region, said, month, seq, changed)
    select k.plan_id, k.task_id, k.action_id, k.target_id, k.region, k.said, k.month, n.seq, k.changed
    from (
      select e.plan_id, e.task_id, coalesce(e.action_id, '') as action_id, coalesce(e.target_id, '') as target_id,
        coalesce(e.region, '') as region, e.said, date_trunc('month', e.as_of)::date as month, max(e.changed) as changed
      from (
        select plan_id, task_id, action_id, target_id, region, said, as_of, seq as changed from added where said <> 0 or supersedes is null
        union all
        select e.plan_id, e.task_id, e.action_id, e.target_id, e.region, e.said, e.as_of, a.seq
        from added a join entries e on e.plan_id = a.plan_id and e.id = a.supersedes where e.said <> 0 or e.supersedes is null
      ) e
      group by 1, 2, 3, 4, 5, 6, 7
    ) k
    left join lateral newest_entry(k.plan_id, k.task_id, k.action_id, k.target_id, k.region, k.said,
      k.month, (k.month + interval '1 month - 1 day')::date, 'infinity') n (seq) on true
    on conflict (plan_id, task_id, action_id, target_id, region, said, month)
      do update set seq = excluded.seq, changed = excluded.changed where s.seq is distinct from excluded.seq;
    return null;
  end $$;
  create trigger entries_stand after insert on entries referencing new table as added for each statement execute function keep_standing();

  insert into standing (plan_id, task_id, action_id, target_id, region, said, month, seq, changed)
  select k.plan_id, k.task_id, k.action_id, k.target_id, k.region, k.said, k.month, n.seq, k.changed
  from (
    select plan_id, task_id, coalesce(action_id, '') as action_id, coalesce(target_id, '') as target_id, coalesce(region, '') as region,
      said, date_trunc('month', as_of)::date as month, max(seq) as changed
    from entries where said <> 0 or supersedes is null
    group by 1, 2, 3, 4, 5, 6, 7
  ) k
  left join lateral newest_entry(k.plan_id, k.task_id, k.action_id, k.target_id, k.region, k.said,
    k.month, (k.month + interval '1 month - 1 day')::date, 'infinity') n (seq) on true;
  `,
  `
  -- What a region recorded first: one descent for each region that ever reported.
  create index entries_by_recording on entries (plan_id, region, recorded_at, id) where region is not null;
  `,
];

/**
 * Brings the tables up to date. Several instances may start at once: one of them does it, the others wait.
 *
 * @param last so many steps in all, as a store of an earlier version has them; every one unless told.
 */
export async function migrate(database: Database, last = steps.length): Promise<void> {
  await database.transaction(async (inside) => {
    // Any number will do that nothing else locks.
    await inside.query('select pg_advisory_xact_lock(7011980)');
    await inside.query('create table if not exists migrations (step int primary key, taken_at timestamptz not null default now())');
    const [{ taken } = { taken: 0 }] = await inside.query<{ taken: number }>('select count(*)::int as taken from migrations');
    for (let step = taken; step < last; step++) {
      for (const statement of splitStatements(steps[step]!)) await inside.query(statement);
      await inside.query('insert into migrations (step) values ($1)', [step]);
    }
  });
}

/** A driver prepares one statement at a time; a semicolon inside $$ … $$ ends none. */
function splitStatements(sql: string): string[] {
  return (sql.match(/(?:\$\$[^]*?\$\$|[^;])+/g) ?? []).map((statement) => statement.trim()).filter((statement) => statement !== '');
}
