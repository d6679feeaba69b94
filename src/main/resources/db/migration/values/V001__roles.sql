-- Who may do what, for every table that comes later: artel_owner owns, artel works, artel_read looks.
-- A module whose rows may only be added takes update and delete away in its own migration.
alter default privileges grant select, insert, update, delete on tables to artel;
alter default privileges grant usage, select on sequences to artel;
alter default privileges grant select on tables to artel_read;
alter default privileges grant usage on schemas to artel, artel_read;
