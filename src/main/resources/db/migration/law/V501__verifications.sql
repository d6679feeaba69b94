-- A lawyer of the country and a second person verify a figure that the files leave unverified.
create table law.verifications (
  country text not null check (country ~ '^[a-z]{2}$'),
  -- a norm's key, or calendar/2024
  subject text not null,
  -- counts for demonstration cooperatives only
  demonstration boolean not null,
  verified_by uuid not null,
  seconded_by uuid not null check (seconded_by <> verified_by),
  verified_at timestamptz not null,
  primary key (country, subject, demonstration)
);

revoke update on law.verifications from artel;
