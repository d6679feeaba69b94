-- A wrong file is replaced in its own case; why a list came back or was given up stays with the task in
-- which it was said.
grant update (brought_by, brought_at, format, encoding, separator, file_digest) on members.imports
  to artel;

create table members.import_notes (
  task text primary key,
  import uuid not null references members.imports,
  what text not null check (what in ('import-returned', 'import-given-up')),
  note bytea not null,
  entry bigint generated always as identity
);
create index import_notes_of_import on members.import_notes (import);
revoke update, delete on members.import_notes from artel;
