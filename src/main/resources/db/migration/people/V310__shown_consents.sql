-- What is shown to whoever is asked to consent: the same words for everybody, with nobody's name in
-- them, so they are kept open and once.
create table people.shown_consents (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  content text not null,
  kept_at timestamptz not null
);
revoke update, delete on people.shown_consents from artel;

-- Absent where a consent was given otherwise than on the page, and on those from before.
alter table people.consents add column shown text references people.shown_consents;
