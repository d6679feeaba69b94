-- Lists of present members that a secretary brings. The file itself is not kept; its lines are, sealed,
-- and those of a list that is given up are deleted.
create table members.imports (
  id uuid primary key,
  cooperative uuid not null,
  case_id text unique,
  brought_by uuid not null,
  brought_at timestamptz not null,
  format text not null,
  encoding text not null,
  separator text not null,
  file_digest text not null check (file_digest ~ '^[0-9a-f]{64}$'),
  minutes_number text not null,
  minutes_on date not null,
  minutes_digest text not null check (minutes_digest ~ '^[0-9a-f]{64}$'),
  salt bytea not null check (length(salt) = 32),
  state text not null check (state in ('brought', 'proposed', 'entered', 'given-up')),
  proposed_by uuid,
  lines_digest text check (lines_digest ~ '^[0-9a-f]{64}$'),
  note bytea,
  entry bigint generated always as identity
);
create index imports_of_cooperative on members.imports (cooperative, entry);
revoke update, delete on members.imports from artel;
grant update (case_id, state, proposed_by, lines_digest, note) on members.imports to artel;

create table members.import_lines (
  import uuid not null references members.imports,
  line integer not null check (line > 0),
  content bytea not null,
  taken_out boolean not null default false,
  primary key (import, line)
);
revoke update on members.import_lines from artel;
grant update (taken_out) on members.import_lines to artel;
