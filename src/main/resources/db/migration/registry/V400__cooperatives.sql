-- Cooperatives, their charters, members and offices.
create schema registry;

create table registry.cooperatives (
  id uuid primary key,
  country text not null check (country ~ '^[a-z]{2}$'),
  legal_form text not null,
  name text not null,
  short_name text not null,
  registration_number text not null,
  tax_number text not null,
  address text not null,
  zone text not null,
  currency char(3) not null,
  demonstration boolean not null,
  founded_at timestamptz not null,
  unique (country, registration_number)
);

-- One row a cooperative: whoever changes the register or the offices holds it until the end of the
-- transaction. That makes numbers without gaps.
create table registry.heads (
  cooperative uuid primary key references registry.cooperatives,
  last_number bigint not null default 0
);

-- An edition of a charter is never changed, only followed by another; but a figure is confirmed.
create table registry.charters (
  cooperative uuid not null references registry.cooperatives,
  since date not null,
  adopted_at timestamptz not null,
  primary key (cooperative, since)
);
create table registry.charter_figures (
  cooperative uuid not null,
  since date not null,
  norm text not null,
  value text not null,
  unit text not null,
  paragraph text not null,
  confirmed_by uuid,
  seconded_by uuid,
  primary key (cooperative, since, norm),
  foreign key (cooperative, since) references registry.charters,
  check (confirmed_by <> seconded_by)
);
revoke update, delete on registry.charters, registry.charter_figures from artel;
grant update (confirmed_by, seconded_by) on registry.charter_figures to artel;

-- The register, with two times a line: from when to when a membership holds, and from when to when
-- the register said so. A line is corrected by superseding it.
create table registry.membership_lines (
  line bigint generated always as identity primary key,
  cooperative uuid not null references registry.cooperatives,
  number bigint not null check (number > 0),
  person uuid not null,
  since date not null,
  until date check (until >= since),
  basis text not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz check (superseded_at >= recorded_at)
);
create unique index membership_numbers on registry.membership_lines (cooperative, number)
  where superseded_at is null;
create unique index present_members on registry.membership_lines (cooperative, person)
  where superseded_at is null and until is null;
revoke update, delete on registry.membership_lines from artel;
grant update (superseded_at) on registry.membership_lines to artel;

create table registry.offices (
  line bigint generated always as identity primary key,
  cooperative uuid not null references registry.cooperatives,
  office text not null,
  person uuid not null,
  first_day date not null,
  last_day date check (last_day >= first_day),
  recorded_at timestamptz not null
);
create index offices_of_person on registry.offices (person);
create index offices_of_cooperative on registry.offices (cooperative, office);
revoke update, delete on registry.offices from artel;
grant update (last_day) on registry.offices to artel;
