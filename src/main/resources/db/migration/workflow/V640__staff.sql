-- A list in the order of its last days stops after a page.
create index tasks_due on workflow.tasks (due, created, id);
-- By the beginning of an id, which is the number that people say.
create index cases_start on workflow.cases (id text_pattern_ops);
create index finished_tasks_newest on workflow.finished_tasks (person, finished desc, id);

-- The record that a finished task left, which its person got as a receipt; absent for what was done
-- before receipts were kept.
alter table workflow.finished_tasks add column number bigint check (number > 0);
alter table workflow.finished_tasks add column digest text;

-- Who gave whom a task, when somebody else did than who holds it.
create table workflow.assignments (
  entry       bigint generated always as identity primary key,
  task        text not null,
  case_id     text not null,
  cooperative uuid not null,
  held_by     uuid,
  person      uuid not null,
  assigned_by uuid not null,
  assigned    timestamptz not null
);
create index assignments_of_task on workflow.assignments (task, entry);

-- What people remark on a task or a case, sealed; the groups are those of the task, whose rights
-- the remark keeps when the task is done.
create table workflow.comments (
  id          uuid primary key,
  entry       bigint generated always as identity,
  case_id     text not null,
  task        text,
  activity    text,
  cooperative uuid not null,
  groups      text[] not null,
  author      uuid not null,
  written     timestamptz not null,
  content     bytea not null,
  check ((task is null) = (activity is null))
);
create index comments_of_case on workflow.comments (case_id, entry);

-- What somebody has begun to fill in, sealed; it goes with the task.
create table workflow.drafts (
  task    text not null references workflow.tasks on delete cascade,
  person  uuid not null,
  saved   timestamptz not null,
  content bytea not null,
  primary key (task, person)
);

revoke update, delete, truncate on workflow.assignments, workflow.comments from artel;
