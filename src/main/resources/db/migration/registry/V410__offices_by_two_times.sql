-- Offices are kept as the register is, with two times a line: from when to when an office is held,
-- and from when to when the registry said so. A line is never changed, only superseded by another.
alter table registry.offices
  add column basis text,
  add column superseded_at timestamptz check (superseded_at >= recorded_at);
revoke update (last_day) on registry.offices from artel;
grant update (superseded_at) on registry.offices to artel;
