-- A deed ends without anybody's decision where something newer replaced what it was about.
alter table access.deeds add column superseded_at timestamptz,
  add check (superseded_at is null or decided_at is null);
grant update (superseded_at) on access.deeds to artel;

-- Why somebody rejected a deed, or took it back.
create table access.rejections (
  deed uuid primary key references access.deeds,
  reason text not null check (length(reason) between 1 and 1000)
);
revoke update, delete, truncate on access.rejections from artel;
