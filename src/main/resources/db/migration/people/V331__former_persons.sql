-- What was known of a person before it was changed, sealed as it was. It goes with the person.
create table people.former_persons (
  like people.persons,
  entry bigint generated always as identity primary key,
  replaced_at timestamptz not null default clock_timestamp(),
  foreign key (id) references people.persons on delete cascade
);
create index former_persons_of on people.former_persons (id, entry);
revoke update, delete, truncate on people.former_persons from artel;
