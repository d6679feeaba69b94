-- Persons and their consents. What is personal is sealed by FieldCipher before it comes here.
create schema people;

-- Which keys seal fields, each with a probe: a service that holds other keys is stopped at its start.
create table people.field_keys (
  id integer primary key check (id > 0),
  probe bytea not null,
  made_at timestamptz not null default now()
);
revoke update, delete on people.field_keys from artel;

create table people.persons (
  id uuid primary key,
  family_name bytea not null,
  given_name bytea not null,
  patronymic bytea,
  born bytea,
  address bytea,
  phone bytea,
  email bytea,
  document_kind bytea,
  document_number bytea,
  document_issued_on bytea,
  document_issued_by bytea,
  registered_at timestamptz not null,
  changed_at timestamptz not null
);

create table people.consents (
  id uuid primary key,
  person uuid not null references people.persons,
  cooperative uuid not null,
  case_id text not null,
  purpose text not null,
  given_on date not null,
  separate_document boolean not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  recorded_at timestamptz not null,
  entry bigint generated always as identity
);
create index consents_of_person on people.consents (person, cooperative, purpose);
revoke update, delete on people.consents from artel;

create table people.consent_withdrawals (
  consent uuid primary key references people.consents,
  withdrawn_on date not null,
  recorded_at timestamptz not null
);
revoke update, delete on people.consent_withdrawals from artel;
