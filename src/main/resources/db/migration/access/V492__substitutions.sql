-- Who asked that somebody stand in for an officer, and on what ground; and who ended it before its
-- last day. Rows are only added, and marked once with the time they were done at and ended at.
create table access.substitutions (
  id uuid primary key,
  cooperative uuid not null,
  office text not null,
  principal uuid not null,
  deputy uuid not null check (deputy <> principal),
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  ground_number text not null,
  ground_day date not null,
  asked_by uuid not null check (asked_by <> deputy),
  -- whom the one who asked stood in for
  asked_for uuid,
  asked_at timestamptz not null,
  deed uuid unique references access.deeds,
  done_at timestamptz,
  -- the first day without it
  ended_on date,
  ended_by uuid,
  ended_for uuid,
  ended_at timestamptz,
  check ((ended_on is null) = (ended_at is null) and (ended_on is null) = (ended_by is null)),
  check (ended_at is null or done_at is not null)
);
create index substitutions_of_cooperative on access.substitutions (cooperative, asked_at);
revoke update, delete, truncate on access.substitutions from artel;
grant update (done_at, ended_on, ended_by, ended_for, ended_at) on access.substitutions to artel;

-- Whoever acts for somebody else is no second person beside that one.
alter table access.deeds add column proposed_for uuid, add column decided_for uuid,
  add check (proposed_for <> proposed_by),
  add check (decided_for <> decided_by),
  add check (not approved or decided_by is distinct from proposed_for),
  add check (not approved or decided_for is distinct from proposed_by),
  add check (not approved or decided_for is null or decided_for is distinct from proposed_for);
grant update (decided_for) on access.deeds to artel;

-- Whom the one who looked stood in for.
alter table access.viewings add column deputy_for uuid;

alter table access.appointments add column asked_for uuid;
alter table access.invitations add column invited_for uuid;
