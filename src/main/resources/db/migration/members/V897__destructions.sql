-- What becomes of the data of whoever consents no longer: kept, or destroyed if a second person agrees.
alter table members.retentions add column fate text not null default 'keep'
  check (fate in ('keep', 'destroy'));
-- Whom the one who said so stood in for.
alter table members.retentions add column decided_for uuid;
create table members.destructions (
  task text primary key,
  case_id text not null,
  decided_by uuid not null,
  decided_on date not null,
  approved boolean not null,
  note bytea,
  entry bigint generated always as identity
);
create index destructions_of_case on members.destructions (case_id);
revoke update, delete, truncate on members.destructions from artel;
