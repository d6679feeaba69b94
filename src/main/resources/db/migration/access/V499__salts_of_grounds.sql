-- The digest of what was asked stands in the log for ever and covers the ground; without a salt
-- whoever knows the ids guesses the ground from it. What was asked before has none, and its digest
-- stays as it was.
alter table access.appointments add column salt text check (salt ~ '^[0-9a-f]{64}$');
alter table access.substitutions add column salt text check (salt ~ '^[0-9a-f]{64}$');
