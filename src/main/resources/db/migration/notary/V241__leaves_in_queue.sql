-- With the leaf hash beside it a record need not be looked up to be sealed. What an older node queues
-- has none.
alter table notary.queue add column leaf bytea check (length(leaf) = 32);
