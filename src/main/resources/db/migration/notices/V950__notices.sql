-- What people are told of, written in the transaction of what they are told.
create schema notices;

-- Identity order is not commit order: whoever reads on reads by the transaction, and only what lies
-- before the oldest transaction that still runs.
create table notices.notices (
  entry       bigint generated always as identity primary key,
  tx          xid8 not null default pg_current_xact_id(),
  kind        text not null,
  about       text not null,
  case_id     text,
  activity    text,
  cooperative uuid,
  groups      text[] not null,
  person      uuid,
  told        timestamptz not null,
  check (person is not null or groups <> '{}')
);
create index notices_order on notices.notices (tx, entry);
create index notices_of_groups on notices.notices using gin (groups);
create index notices_of_person on notices.notices (person, tx, entry);

-- A task is overdue once, on whichever node finds it.
create unique index notices_overdue on notices.notices (about) where kind = 'task-overdue';

-- How far somebody has read.
create table notices.readers (
  person uuid primary key,
  tx     xid8 not null,
  entry  bigint not null
);

revoke update, delete, truncate on notices.notices from artel;
