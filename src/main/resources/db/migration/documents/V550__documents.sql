-- Canonical documents, encrypted, and the templates that they were written with.
create schema documents;

-- The row is held until the end of the transaction: numbers come without gaps.
create table documents.counters (
  cooperative uuid not null,
  kind smallint not null,
  last_number bigint not null,
  primary key (cooperative, kind)
);

-- A document names the template that gives its wording by digest, so that a later template
-- does not change what an older document says.
create table documents.templates (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  country text not null,
  kind smallint not null,
  content text not null,
  stored_at timestamptz not null
);
revoke update, delete on documents.templates from artel;

create table documents.documents (
  id uuid primary key,
  kind smallint not null,
  number bigint not null check (number > 0),
  cooperative uuid not null,
  case_id text not null,
  written_at timestamptz not null,
  template text not null references documents.templates,
  content bytea not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  entry bigint generated always as identity,
  unique (cooperative, kind, number)
);
create index documents_of_case on documents.documents (case_id, entry);
revoke update, delete on documents.documents from artel;
