-- Whom the one who proposed stood in for: such two are no two persons.
alter table members.corrections add column proposed_for uuid;
alter table members.imports add column proposed_for uuid;
alter table members.imports add column brought_for uuid;
alter table members.paper_applications add column entered_for uuid;
grant update (proposed_for, brought_for) on members.imports to artel;
alter table members.withdrawals add column recorded_for uuid;
