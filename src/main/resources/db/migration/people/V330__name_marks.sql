-- Persons found by their names without the names lying open: keyed marks of the words of a name and
-- of their beginnings, which say nothing to whoever has no key.
create table people.name_marks (
  person uuid primary key references people.persons on delete cascade,
  marks bigint[] not null
);
create index name_marks_of_words on people.name_marks using gin (marks);
