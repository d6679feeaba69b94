-- Applications to join. Who applies stands in people.persons, sealed; what is personal here is sealed
-- too. What happens to an application is told in rows that are only added; the newest counts.
create schema members;

create table members.applications (
  id uuid primary key,
  cooperative uuid not null,
  person uuid not null,
  case_id text unique,
  status text not null,
  applied_at timestamptz not null,
  received_on date not null,
  income bytea,
  decide_by date,
  decide_by_preliminary boolean not null default false,
  consent uuid,
  paper uuid,
  question uuid,
  notice_by date,
  pay_by date,
  lapsed_on date,
  entry bigint generated always as identity
);
create index applications_of_person on members.applications (person);
create index lapsed_applications on members.applications (cooperative, lapsed_on)
  where lapsed_on is not null;
revoke delete on members.applications from artel;

-- The secretary compared the person with a document, which stands with the person.
create table members.identity_checks (
  task text primary key,
  application uuid not null references members.applications,
  checked_by uuid not null,
  checked_on date not null,
  matches boolean not null,
  entry bigint generated always as identity
);
create index identity_checks_of_application on members.identity_checks (application);
revoke update, delete on members.identity_checks from artel;

-- How the application was signed, as the secretary found it.
create table members.signings (
  task text primary key,
  application uuid not null references members.applications,
  found_by uuid not null,
  found_on date not null,
  way text not null check (way in ('paper', 'agreement', 'none')),
  scan_digest text check (scan_digest ~ '^[0-9a-f]{64}$'),
  agreement_number bytea,
  agreement_date date,
  entry bigint generated always as identity
);
create index signings_of_application on members.signings (application);
revoke update, delete on members.signings from artel;

-- The law refused, and a person said what is to be done.
create table members.returns (
  task text primary key,
  application uuid not null references members.applications,
  returned_by uuid not null,
  returned_on date not null,
  correction boolean not null,
  note bytea,
  entry bigint generated always as identity
);
create index returns_of_application on members.returns (application);
revoke update, delete on members.returns from artel;

create table members.notices (
  task text primary key,
  application uuid not null references members.applications,
  sent_by uuid not null,
  sent_on date not null,
  means text not null check (means in ('in-person', 'post', 'email')),
  entry bigint generated always as identity
);
create index notices_of_application on members.notices (application);
revoke update, delete on members.notices from artel;

create table members.payments (
  task text not null,
  kind text not null check (kind in ('entrance-fee', 'share')),
  application uuid not null references members.applications,
  confirmed_by uuid not null,
  amount numeric(18, 2) not null check (amount > 0),
  currency char(3) not null,
  paid_on date,
  document bytea not null,
  entry bigint generated always as identity,
  primary key (task, kind)
);
create index payments_of_application on members.payments (application);
revoke update, delete on members.payments from artel;
