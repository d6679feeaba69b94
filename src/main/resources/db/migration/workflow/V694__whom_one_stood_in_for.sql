-- Whom the one who did something stood in for. Absent where it was the person's own office.
alter table workflow.finished_tasks add column deputy_for uuid;
create index finished_tasks_of_deputies on workflow.finished_tasks (case_id)
  where deputy_for is not null;
alter table workflow.comments add column deputy_for uuid;
alter table workflow.assignments add column assigned_for uuid;
-- Why a deputy took over what an officer had in hand, sealed; absent where a task was given out.
alter table workflow.assignments add column reason bytea;
