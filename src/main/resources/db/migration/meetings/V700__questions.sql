-- Questions put to a council and the votes on them. A vote is a row, not a task of the engine.
create schema meetings;

create table meetings.questions (
  id uuid primary key,
  cooperative uuid not null,
  case_id text not null,
  kind text not null,
  subject uuid not null,
  about uuid not null,
  about_number bigint not null,
  about_day date not null,
  put_at timestamptz not null,
  decide_by date,
  opened_at timestamptz,
  reminded_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  decision uuid,
  decided_on date,
  adopted boolean,
  document uuid,
  withdrawn_at timestamptz,
  check (closed_at >= opened_at),
  check ((decided_on is null) = (adopted is null)),
  check ((decided_on is null) = (document is null))
);
create index questions_of_case on meetings.questions (case_id);
create index open_questions on meetings.questions (opened_at)
  where closed_at is null and withdrawn_at is null;

-- Who has a vote is settled when the question is opened.
create table meetings.voters (
  question uuid not null references meetings.questions,
  person uuid not null,
  chair boolean not null,
  primary key (question, person)
);
create index questions_of_voter on meetings.voters (person);
revoke update, delete on meetings.voters from artel;

-- A vote is cast once and stays as it was cast.
create table meetings.votes (
  question uuid not null,
  person uuid not null,
  choice text not null check (choice in ('for', 'against', 'abstained')),
  cast_at timestamptz not null,
  entry bigint generated always as identity,
  primary key (question, person),
  foreign key (question, person) references meetings.voters
);
revoke update, delete on meetings.votes from artel;

-- What the chair wrote when the term had passed without a decision; sealed.
create table meetings.overdue_notes (
  task text primary key,
  question uuid not null references meetings.questions,
  person uuid not null,
  note bytea not null,
  taken_up_at timestamptz not null
);
revoke update, delete on meetings.overdue_notes from artel;
