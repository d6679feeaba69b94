create schema notary;

-- Which log this database belongs to. The keys themselves are files; a node with other files stops.
create table notary.identity (
  single boolean primary key default true check (single),
  origin text not null,
  verifier_key text not null,
  master_check bytea not null,
  since timestamptz not null
);

-- The keys that records and values hide behind, wrapped by the installation's master key.
-- Erasing a person takes the key away and leaves the row.
create table notary.subject_keys (
  id uuid primary key,
  person uuid,
  wrapped bytea,
  created_at timestamptz not null,
  erased_at timestamptz,
  check ((wrapped is null) = (erased_at is not null))
);
create unique index subject_keys_person on notary.subject_keys (person) where erased_at is null;
create index subject_keys_all_of_person on notary.subject_keys (person);

-- One row a case: the lock under which its records get their numbers.
create table notary.heads (
  case_id text primary key,
  n bigint not null,
  last bytea not null check (length(last) = 32),
  case_key bytea not null,
  subject_key uuid not null references notary.subject_keys,
  closed boolean not null
);
create index heads_subject_key on notary.heads (subject_key);

-- What happened, as the step wrote it. Entry and record are canonical JSON, whose bytes count.
create table notary.records (
  id bigint generated always as identity primary key,
  case_id text not null,
  n bigint not null,
  kind text not null,
  at timestamptz not null,
  actor uuid,
  entry bytea not null,
  record bytea not null,
  leaf bytea not null check (length(leaf) = 32),
  subject_key uuid not null,
  opening bytea,
  unique (case_id, n)
);

-- Records that no checkpoint covers yet. Identity order is not commit order, so it is emptied.
create table notary.queue (
  record bigint primary key
);

-- The log: the index is the fence between two sequencers.
create table notary.entries (
  idx bigint primary key check (idx >= 0),
  record bigint not null unique references notary.records,
  leaf bytea not null check (length(leaf) = 32)
);

-- Full tiles only: a partial one is the beginning of what entries and the tiles below hold.
create table notary.tiles (
  level smallint not null check (level between 0 and 63),
  idx bigint not null check (idx >= 0),
  hashes bytea not null check (length(hashes) = 8192),
  root bytea not null check (length(root) = 32),
  primary key (level, idx)
);

create table notary.checkpoints (
  size bigint primary key check (size > 0),
  at timestamptz not null,
  root bytea not null check (length(root) = 32),
  edge bytea not null,
  note bytea not null
);

create table notary.anchors (
  id bigint generated always as identity primary key,
  size bigint not null references notary.checkpoints,
  chain_id bigint not null,
  contract text not null,
  transaction text not null,
  block bigint not null,
  at timestamptz not null,
  unique (chain_id, contract, transaction)
);
create index anchors_size on notary.anchors (size);

-- The service adds to the history and changes nothing in it.
revoke update, delete on notary.identity, notary.records, notary.entries, notary.tiles,
  notary.checkpoints, notary.anchors from artel;
revoke delete on notary.heads, notary.subject_keys from artel;
revoke update on notary.queue, notary.heads, notary.subject_keys from artel;
grant update (n, last, subject_key, closed) on notary.heads to artel;
grant update (wrapped, erased_at) on notary.subject_keys to artel;
-- Auditors read the history, not the keys.
revoke select on notary.subject_keys from artel_read;
revoke select on notary.heads from artel_read;
grant select (case_id, n, last, closed) on notary.heads to artel_read;
