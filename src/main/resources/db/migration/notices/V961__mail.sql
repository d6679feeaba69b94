-- Where somebody is written to. Addresses are sealed; one that is not proved yet is written to once,
-- with a secret of which only the digest is kept.
create table notices.addresses (
  person       uuid primary key,
  address      bytea,
  proved       timestamptz,
  refused      timestamptz,
  pending      bytea,
  proof_digest bytea check (length(proof_digest) = 32),
  proof_until  timestamptz,
  asks         integer not null,
  asks_since   timestamptz not null,
  language     text not null check (language in ('ru', 'en')),
  check ((address is null) = (proved is null)),
  check ((pending is null) = (proof_digest is null) and (pending is null) = (proof_until is null))
);

-- Which notices go by mail, where somebody wants it otherwise than is usual.
create table notices.ways (
  person uuid not null,
  kind   text not null,
  way    text not null check (way in ('at-once', 'daily', 'never')),
  primary key (person, kind)
);

-- A letter to somebody, with the notices that it tells. What it says is written when it is sent, so
-- nothing of it lies here.
create table notices.letters (
  id       uuid primary key,
  person   uuid not null,
  made     timestamptz not null,
  attempts integer not null default 0,
  next_try timestamptz not null,
  sent     timestamptz,
  given_up timestamptz,
  failure  text,
  check (sent is null or given_up is null)
);
create index letters_waiting on notices.letters (next_try)
  where sent is null and given_up is null;
create index letters_given_up on notices.letters (given_up) where given_up is not null;

create table notices.outbox (
  entry  bigint generated always as identity primary key,
  person uuid not null,
  notice bigint not null references notices.notices,
  due    timestamptz not null,
  letter uuid references notices.letters
);
create index outbox_due on notices.outbox (due) where letter is null;
create index outbox_of_letter on notices.outbox (letter) where letter is not null;
create index outbox_of_person on notices.outbox (person);

revoke select on notices.addresses, notices.ways, notices.letters, notices.outbox from artel_read;
