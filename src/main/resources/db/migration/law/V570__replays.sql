-- An edition asked about decisions of the past. A node takes one that waits, writes how far it has
-- come after each batch, and whoever finds that it has fallen silent goes on from there.
create table law.replays (
  id uuid primary key,
  country text not null check (country ~ '^[a-z]{2}$'),
  -- all of them if absent
  question text,
  -- SHA-256 of the edition that is asked, hex
  edition text not null check (edition ~ '^[0-9a-f]{64}$'),
  -- its files, with the cases of lawyers: what is to be published is exactly these
  file_set text not null references law.file_sets,
  -- whose files they were, absent where they were in force
  draft uuid,
  started_by uuid not null,
  started_at timestamptz not null default now(),
  -- the newest decision that counts, and how many at most
  until timestamptz not null,
  total integer not null check (total >= 0),
  state text not null default 'waiting'
    check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  done integer not null default 0 check (done between 0 and total),
  -- the last decision that was asked about again
  reached_at timestamptz,
  reached uuid,
  -- which node is at it, and when it wrote last
  runner uuid,
  beaten_at timestamptz,
  ended_at timestamptz,
  check ((reached is null) = (reached_at is null)),
  check ((ended_at is null) = (state in ('waiting', 'running')))
);
create index replays_of_a_country on law.replays (country, started_at desc);
create index replays_to_run on law.replays (started_at) where state in ('waiting', 'running');
revoke delete, truncate on law.replays from artel;

-- How many turned out how.
create table law.replay_counts (
  replay uuid not null references law.replays,
  result text not null,
  number integer not null check (number > 0),
  primary key (replay, result)
);
revoke delete, truncate on law.replay_counts from artel;

-- Those that would turn out otherwise; nothing here is personal.
create table law.replay_flips (
  replay uuid not null references law.replays,
  decision uuid not null,
  question text not null,
  reference_date date not null,
  outcome_then text not null,
  outcome_now text not null,
  -- the rules that speak otherwise
  rules text[] not null,
  primary key (replay, decision)
);
create index replay_flips_of_a_question on law.replay_flips (replay, question, reference_date);
revoke update, delete, truncate on law.replay_flips from artel;

create index decisions_by_time on law.decisions (asked_at, id);
