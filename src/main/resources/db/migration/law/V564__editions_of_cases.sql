-- A case keeps the edition under which a question was first asked in it, until two persons move it:
-- of each question the highest number counts.
create table law.case_editions (
  case_id text not null,
  question text not null,
  moves integer not null check (moves >= 0),
  country text not null,
  file_set text not null references law.file_sets,
  kept_at timestamptz not null default now(),
  primary key (case_id, question, moves)
);
create index case_editions_of_a_set on law.case_editions (country, file_set);
revoke update, delete, truncate on law.case_editions from artel;

-- In which case a question was asked; absent where it was before this was kept.
alter table law.decisions add column case_id text;
create index decisions_of_a_case on law.decisions (case_id) where case_id is not null;
