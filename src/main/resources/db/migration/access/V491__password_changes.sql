-- A session that began before this is over; absent if the password is the first.
alter table access.accounts add column password_changed_at timestamptz;
