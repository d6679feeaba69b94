-- How much of something is left to somebody: a bucket that fills again with time. Of the subject, a
-- network address or a login, only a digest is kept, and that only until its bucket is full again.
create table access.budgets (
  name text not null,
  subject bytea not null check (length(subject) = 32),
  tokens double precision not null,
  counted_at timestamptz not null,
  primary key (name, subject)
);
create index budgets_by_age on access.budgets (name, counted_at);
revoke select on access.budgets from artel_read;

-- Failures are counted for a login and an address together, so that nobody delays somebody else.
delete from access.sign_in_failures;
alter table access.sign_in_failures rename column login_digest to attempt_digest;
