-- A document that is written anew keeps its number and gets the next revision.
alter table documents.documents add column revision integer not null default 1
  check (revision > 0);
alter table documents.documents drop constraint documents_cooperative_kind_number_key;
alter table documents.documents add unique (cooperative, kind, number, revision);
