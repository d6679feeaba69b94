-- Who may sign in, with what; and the deeds that need two persons.
create schema access;

create table access.accounts (
  person uuid primary key,
  login text not null,
  -- the login in lower case: Anna and anna are one account
  login_key text not null unique,
  password_hash text not null,
  opened_at timestamptz not null,
  last_sign_in_at timestamptz
);
revoke delete on access.accounts from artel;

create table access.platform_roles (
  person uuid not null references access.accounts,
  role text not null,
  primary key (person, role)
);

-- By a digest of whatever was typed, so that a login that does not exist is delayed just the same
-- and a password typed into the wrong field is not kept.
create table access.sign_in_failures (
  login_digest text primary key,
  failures integer not null,
  last_failed_at timestamptz not null
);

create table access.tokens (
  id uuid primary key,
  person uuid not null,
  purpose text not null,
  digest bytea not null unique check (length(digest) = 32),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index tokens_of_person on access.tokens (person);
revoke update, delete on access.tokens from artel;
grant update (revoked_at) on access.tokens to artel;

create table access.deeds (
  id uuid primary key,
  kind text not null,
  subject text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  approved boolean,
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (approved is null)),
  check (not approved or decided_by <> proposed_by)
);
create index open_deeds on access.deeds (kind, proposed_at) where decided_at is null;
revoke update, delete on access.deeds from artel;
grant update (decided_by, decided_at, approved) on access.deeds to artel;

-- Who only looks has no business with digests of passwords and tokens.
revoke select on access.accounts, access.tokens from artel_read;
