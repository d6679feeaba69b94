create schema law;

create table law.decisions (
  id uuid primary key,
  cooperative uuid not null,
  question text not null,
  reference_date date not null,
  outcome text not null check (outcome in ('granted', 'refused', 'missing', 'human')),
  -- SHA-256 of the edition asked, hex
  edition text not null check (edition ~ '^[0-9a-f]{64}$'),
  -- SHA-256 of the decision without the values of facts, hex
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  demonstration boolean not null,
  asked_at timestamptz not null default now(),
  -- the whole decision and the facts as given, canonical JSON, sealed: they are personal
  content bytea not null
);

comment on table law.decisions is 'What the law answered; rows are only added.';

create index decisions_of_a_question on law.decisions (cooperative, question, asked_at);

revoke update, delete on law.decisions from artel;
