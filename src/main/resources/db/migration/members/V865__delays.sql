-- What the chair did when the term of a decision had passed; sealed.
create table members.delays (
  task text primary key,
  application uuid not null references members.applications,
  person uuid not null,
  note bytea not null,
  taken_up_at timestamptz not null,
  entry bigint generated always as identity
);
create index delays_of_application on members.delays (application);
revoke update, delete, truncate on members.delays from artel;
