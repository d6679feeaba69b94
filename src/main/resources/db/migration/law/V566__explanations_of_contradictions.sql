-- Why rules that seem to contradict each other do not; of each finding the newest counts.
create table law.explanations_of_contradictions (
  number bigint generated always as identity primary key,
  country text not null check (country ~ '^[a-z]{2}$'),
  -- as the report names it, in whichever edition
  finding text not null check (finding ~ '^[0-9a-f]{64}$'),
  explanation text not null,
  explained_by uuid not null,
  explained_at timestamptz not null default now()
);
create index explanations_of_a_finding
  on law.explanations_of_contradictions (country, finding, number);

revoke update, delete, truncate on law.explanations_of_contradictions from artel;
