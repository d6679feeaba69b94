create schema workflow;

-- The open user tasks, written in the engine's own transaction, so that every list is one query.
create table workflow.tasks (
  id           text primary key,
  case_id      text not null,
  process      text not null,
  activity     text not null,
  deployment   text not null,
  execution    text not null,
  cooperative  uuid not null,
  assignee     uuid,
  groups       text[] not null,
  created      timestamptz not null,
  due          date
);
create index tasks_assignee on workflow.tasks (assignee, due, created);
create index tasks_groups on workflow.tasks using gin (groups);
create index tasks_case on workflow.tasks (case_id);

-- Who finished which task, for the one who comes second.
create table workflow.finished_tasks (
  id           text primary key,
  case_id      text not null,
  activity     text not null,
  cooperative  uuid not null,
  person       uuid,
  finished     timestamptz not null
);
create index finished_tasks_person on workflow.finished_tasks (person, finished);

-- The cases: root process instances, with whose they are.
create table workflow.cases (
  id           text primary key,
  process      text not null,
  cooperative  uuid not null,
  subject      uuid not null,
  started_by   uuid,
  started      timestamptz not null,
  ended        timestamptz,
  outcome      text
);
create index cases_cooperative on workflow.cases (cooperative, started desc);
create index cases_subject on workflow.cases (subject);

-- The step that asked the law, and what was decided there.
create table workflow.step_notes (
  entry             bigint generated always as identity,
  activity_instance text not null,
  case_id           text not null,
  decision          uuid,
  document          text
);
create index step_notes_case on workflow.step_notes (case_id);

-- How far the legal clock stands before real time; it only grows.
create table workflow.clock (
  moved_at timestamptz primary key,
  offset_seconds bigint not null check (offset_seconds >= 0)
);

-- What a person decided where the law did not.
create table workflow.judgements (
  task      text primary key,
  case_id   text not null,
  person    uuid not null,
  allowed   boolean not null,
  reason    bytea not null,
  judged    timestamptz not null default now()
);

-- What has happened is not changed afterwards.
revoke update, delete, truncate on workflow.clock, workflow.judgements, workflow.step_notes,
  workflow.finished_tasks from artel;
revoke delete, truncate on workflow.cases from artel;
