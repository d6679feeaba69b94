-- How far the entering of a list has come. Written beside the transaction that enters it, which nobody
-- else sees before its end.
create table members.import_progress (
  import uuid primary key references members.imports,
  done integer not null check (done >= 0),
  lines integer not null check (lines >= done)
);
