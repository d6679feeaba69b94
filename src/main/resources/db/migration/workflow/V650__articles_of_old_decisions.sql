-- Decisions whose articles may not stand in the index of cases yet: all that were made before this
-- version. The articles lie sealed in the decisions, so the service opens them at its next start and
-- takes each off this list.
create table workflow.unindexed_decisions (
  decision uuid primary key,
  case_id  text not null
);
insert into workflow.unindexed_decisions (decision, case_id)
select distinct on (decision) decision, case_id from workflow.step_notes
where decision is not null order by decision, entry;
revoke insert, truncate on workflow.unindexed_decisions from artel;
