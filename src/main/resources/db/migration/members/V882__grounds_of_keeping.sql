-- On what ground data are kept of somebody whose consent was withdrawn.
create table members.retentions (
  task text primary key,
  case_id text not null,
  application uuid not null references members.applications,
  decided_by uuid not null,
  decided_on date not null,
  ground bytea not null,
  entry bigint generated always as identity
);
create index retentions_of_case on members.retentions (case_id);
revoke update, delete on members.retentions from artel;
