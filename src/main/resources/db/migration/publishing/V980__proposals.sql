create schema publishing;

-- Editions that somebody wants to have put in force, each with its case. Nothing of what happened to
-- one is ever changed: rows are only added.
create table publishing.proposals (
  id uuid primary key,
  country text not null,
  case_id text not null unique,
  draft uuid not null,
  -- the number of the publication that is to be in force again; absent for what is new
  restores integer,
  author uuid not null,
  proposed_at timestamptz not null default now(),
  entry bigint generated always as identity
);
create index proposals_of_a_country on publishing.proposals (country, entry);

-- The files as they were when they were proposed and each time that they had been mended.
create table publishing.submissions (
  proposal uuid not null references publishing.proposals,
  round integer not null check (round > 0),
  file_set text not null references law.file_sets,
  submitted_at timestamptz not null default now(),
  primary key (proposal, round)
);

-- What stood against publishing; a check that found nothing leaves none.
create table publishing.faults (
  proposal uuid not null,
  round integer not null,
  entry bigint generated always as identity primary key,
  code text not null,
  question text,
  arguments text[] not null,
  foreign key (proposal, round) references publishing.submissions
);
create index faults_of_a_round on publishing.faults (proposal, round, entry);

-- What second lawyers said.
create table publishing.verdicts (
  task text primary key,
  proposal uuid not null,
  round integer not null,
  reviewer uuid not null,
  published boolean not null,
  live_from date,
  note text,
  given_at timestamptz not null default now(),
  entry bigint generated always as identity,
  check (published = (live_from is not null)),
  check (published or note is not null),
  foreign key (proposal, round) references publishing.submissions
);
create index verdicts_of_a_proposal on publishing.verdicts (proposal, entry);

create table publishing.ends (
  proposal uuid primary key references publishing.proposals,
  -- absent where it was withdrawn
  publication integer,
  ended_at timestamptz not null default now()
);

revoke update, delete, truncate on publishing.proposals, publishing.submissions, publishing.faults,
  publishing.verdicts, publishing.ends from artel;
