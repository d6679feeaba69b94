-- An applicant was reminded of what is still missing.
create table members.reminders (
  task text primary key,
  application uuid not null references members.applications,
  reminded_by uuid not null,
  reminded_on date not null,
  means text not null check (means in ('phone', 'in-person', 'post', 'email')),
  entry bigint generated always as identity
);
create index reminders_of_application on members.reminders (application);
revoke update, delete on members.reminders from artel;

-- The term has passed and the chair waits longer, until a day and for a reason.
create table members.waits (
  task text primary key,
  application uuid not null references members.applications,
  decided_by uuid not null,
  decided_on date not null,
  wait_until date not null check (wait_until > decided_on),
  note bytea not null,
  entry bigint generated always as identity
);
create index waits_of_application on members.waits (application);
revoke update, delete on members.waits from artel;

-- An applicant on paper withdrew by letter; of the scan only the digest is kept.
create table members.withdrawals (
  application uuid primary key references members.applications,
  recorded_by uuid not null,
  recorded_on date not null,
  letter_number bytea not null,
  letter_on date not null check (letter_on <= recorded_on),
  scan_digest text not null check (scan_digest ~ '^[0-9a-f]{64}$')
);
revoke update, delete on members.withdrawals from artel;
