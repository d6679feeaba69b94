-- Articles that lawyers marked as changed; the series rules:<country> holds a record of each.
create table law.article_changes (
  id uuid primary key,
  country text not null check (country ~ '^[a-z]{2}$'),
  act text not null,
  -- as acts.yaml cites it, or the article that a cited one is a part of; empty for the whole act
  article text not null,
  since date not null,
  note text not null,
  source text not null,
  marked_by uuid not null,
  marked_at timestamptz not null
);
create index article_changes_country on law.article_changes (country, marked_at);

-- What cites the article was looked through: nothing is flagged any more.
create table law.article_settlements (
  change uuid primary key references law.article_changes,
  note text not null,
  settled_by uuid not null,
  settled_at timestamptz not null
);

-- Acts and articles that lawyers compared with the official text, beside what acts.yaml says.
create table law.act_checks (
  id uuid primary key,
  country text not null check (country ~ '^[a-z]{2}$'),
  act text not null,
  article text not null,
  checked_on date not null,
  note text not null,
  checked_by uuid not null,
  checked_at timestamptz not null
);
create index act_checks_country on law.act_checks (country, act);

revoke update, delete, truncate
  on law.article_changes, law.article_settlements, law.act_checks from artel;
