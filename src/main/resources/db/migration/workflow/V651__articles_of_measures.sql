-- The articles of the norms that a condition was measured by belong in the index of cases as well as
-- the rule's own: all decisions are opened once more at the next start.
insert into workflow.unindexed_decisions (decision, case_id)
select distinct on (decision) decision, case_id from workflow.step_notes
where decision is not null order by decision, entry
on conflict do nothing;
