-- Files of editions, each text once. An edition's files are kept for ever, so that whatever was
-- decided under it can be decided again.
create table law.texts (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  content text not null
);
comment on column law.texts.digest is 'SHA-256 of the text in UTF-8, hex';

create table law.file_sets (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  country text not null,
  -- SHA-256 of the list of the files that decide, hex: cases of lawyers are not among them
  edition text not null check (edition ~ '^[0-9a-f]{64}$'),
  kept_at timestamptz not null default now()
);
comment on column law.file_sets.digest is 'SHA-256 of the list of all its files, hex';
create index file_sets_of_an_edition on law.file_sets (edition);

create table law.file_set_lines (
  file_set text not null references law.file_sets,
  path text not null,
  text text not null references law.texts,
  primary key (file_set, path)
);

-- What is in force: of a country the highest number whose first day has come by the legal clock.
create table law.publications (
  country text not null,
  number integer not null check (number > 0),
  file_set text not null references law.file_sets,
  -- absent for what was in force from the beginning
  live_from date,
  published_at timestamptz not null default now(),
  -- absent where the service brought it
  draft uuid,
  case_id text,
  author uuid,
  approver uuid check (approver <> author),
  primary key (country, number)
);

-- The editions that programs brought, so that an upgrade's own is told from the one before.
create table law.shipments (
  country text not null,
  file_set text not null references law.file_sets,
  seen_at timestamptz not null default now(),
  primary key (country, file_set)
);

revoke update, delete, truncate on law.texts, law.file_sets, law.file_set_lines, law.publications,
  law.shipments from artel;
