-- Who stands in for which officer, with two times a line as offices have them: from when to when it
-- holds, and from when to when the registry said so. A line is never changed, only superseded. Only
-- offices of staff are stood in for: a vote is its member's own, and what a council's chair or an
-- auditor may hand over is nowhere established.
create table registry.deputies (
  line bigint generated always as identity primary key,
  -- stays the same when another line supersedes this one
  id uuid not null,
  cooperative uuid not null references registry.cooperatives,
  office text not null check (office in ('secretary', 'accountant')),
  principal uuid not null,
  deputy uuid not null check (deputy <> principal),
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  basis text not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz check (superseded_at >= recorded_at)
);
create index deputies_of_deputy on registry.deputies (deputy) where superseded_at is null;
create index deputies_of_cooperative on registry.deputies (cooperative, first_day)
  where superseded_at is null;
revoke update, delete, truncate on registry.deputies from artel;
grant update (superseded_at) on registry.deputies to artel;
