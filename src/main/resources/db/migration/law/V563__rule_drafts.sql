create table law.rule_drafts (
  id uuid primary key,
  country text not null,
  title text not null,
  reason text not null,
  -- absent where an upgrade of the service brought it
  author uuid,
  -- the publication whose files it changes
  base integer not null,
  state text not null check (state in ('open', 'submitted', 'published', 'withdrawn')),
  opened_at timestamptz not null default now(),
  foreign key (country, base) references law.publications (country, number)
);
create index rule_drafts_of_a_country on law.rule_drafts (country, opened_at);

-- What was changed, by whom and when; of each path the highest number counts.
create table law.draft_changes (
  draft uuid not null references law.rule_drafts,
  number integer not null check (number > 0),
  path text not null,
  -- absent where the file goes
  content text,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (draft, number)
);
create index draft_changes_of_a_path on law.draft_changes (draft, path, number);

revoke delete, truncate on law.rule_drafts from artel;
revoke update, delete, truncate on law.draft_changes from artel;
