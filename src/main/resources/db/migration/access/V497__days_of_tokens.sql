-- The last day, by UTC, on which an operator's token was used; the first use of a day is in the log.
alter table access.tokens add column recorded_on date;
grant update (recorded_on) on access.tokens to artel;
