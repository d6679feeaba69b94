-- Who looked at what. Rows are only added; what is older than it must be kept is forgotten by the
-- function alone, which forgets nothing younger than a year.
create table access.viewings (
  entry bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  viewer uuid not null,
  cooperative uuid not null,
  kind text not null,
  case_id text,
  -- whose data they are
  person uuid
);
create index viewings_of_cooperative on access.viewings (cooperative, at desc);
create index viewings_of_case on access.viewings (case_id, at desc) where case_id is not null;
create index viewings_of_viewer on access.viewings (viewer, at desc);
create index viewings_by_age on access.viewings (at);
revoke update, delete, truncate on access.viewings from artel;

create function access.forget_viewings(kept interval) returns bigint
language sql security definer set search_path = access, pg_temp as $$
  with gone as (
    delete from access.viewings where at < now() - greatest(kept, interval '1 year') returning 1
  )
  select count(*) from gone
$$;
revoke all on function access.forget_viewings(interval) from public;
grant execute on function access.forget_viewings(interval) to artel;
