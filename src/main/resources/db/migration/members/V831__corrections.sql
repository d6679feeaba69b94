-- Corrections of lines of the register: what stood there, what is to stand there, on what ground.
create table members.corrections (
  id uuid primary key,
  cooperative uuid not null,
  case_id text unique,
  number bigint not null,
  person uuid not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  content bytea not null,
  state text not null check (state in ('proposed', 'entered', 'refused', 'outdated')),
  decided_by uuid check (decided_by <> proposed_by),
  decided_at timestamptz,
  note bytea,
  entry bigint generated always as identity
);
create unique index waiting_corrections on members.corrections (cooperative, number)
  where state = 'proposed';
create index corrections_of_cooperative on members.corrections (cooperative, number);
revoke update, delete on members.corrections from artel;
grant update (case_id, state, decided_by, decided_at, note) on members.corrections to artel;
