-- What somebody looks for again and again, under a name of their own; sealed, since a search may hold
-- the name of a person.
create table workflow.saved_views (
  id      uuid primary key,
  entry   bigint generated always as identity,
  person  uuid not null,
  list    text not null check (list in ('tasks', 'cases')),
  content bytea not null
);
create index saved_views_of_person on workflow.saved_views (person, list, entry);
revoke select on workflow.saved_views from artel_read;
