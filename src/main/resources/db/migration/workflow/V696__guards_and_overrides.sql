-- The question of the law that the model names at a task; absent where it names none.
alter table workflow.tasks add column guard text;

-- What a second person is asked to let be completed against the law, with the values as they were
-- sent in and the reason, sealed. What became of it stands with the deed.
create table workflow.overrides (
  deed         uuid primary key,
  task         text not null,
  case_id      text not null,
  process      text not null,
  activity     text not null,
  deployment   text not null,
  cooperative  uuid not null,
  groups       text[] not null,
  person       uuid not null,
  decision     uuid not null,
  salt         text not null check (salt ~ '^[0-9a-f]{64}$'),
  content      bytea not null
);
create index overrides_of_task on workflow.overrides (task);
create index overrides_of_case on workflow.overrides (case_id);

revoke update, delete, truncate on workflow.overrides from artel;
