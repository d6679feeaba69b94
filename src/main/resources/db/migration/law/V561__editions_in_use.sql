-- The editions of rules that have decided here, each since it first did; the series rules:<country>
-- holds a record of each.
create table law.editions_in_use (
  country text not null,
  edition text not null check (edition ~ '^[0-9a-f]{64}$'),
  since timestamptz not null default now(),
  primary key (country, edition)
);
revoke update, delete, truncate on law.editions_in_use from artel;
