-- Who asked that somebody be given an office or relieved of it, and on what ground. What waits for a
-- second person is a deed; rows are only added, and marked once with the time they were done at.
create table access.appointments (
  id uuid primary key,
  cooperative uuid not null,
  office text not null,
  person uuid not null,
  entrusts boolean not null,
  -- the first day with the office, or the first without it
  day date not null,
  ground_number text not null,
  ground_day date not null,
  asked_by uuid not null check (asked_by <> person or not entrusts),
  asked_at timestamptz not null,
  deed uuid unique references access.deeds,
  done_at timestamptz
);
create index appointments_of_cooperative on access.appointments (cooperative, asked_at);
revoke update, delete on access.appointments from artel;
grant update (done_at) on access.appointments to artel;

-- A link that opens an account once. Of the token only the digest is kept.
create table access.invitations (
  id uuid primary key,
  cooperative uuid not null,
  person uuid not null,
  login text not null,
  login_key text not null,
  lawyer boolean not null,
  digest bytea not null unique check (length(digest) = 32),
  invited_by uuid not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > invited_at),
  used_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  check (used_at is null or withdrawn_at is null),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index invitations_of_cooperative on access.invitations (cooperative, invited_at);
revoke update, delete on access.invitations from artel;
grant update (used_at, withdrawn_at, withdrawn_by) on access.invitations to artel;
revoke select on access.invitations from artel_read;
