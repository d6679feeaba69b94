-- Two proposals of the same thing would leave it open which of them was approved.
create unique index one_open_deed on access.deeds (kind, subject) where decided_at is null;
create index deeds_of_subject on access.deeds (kind, subject, proposed_at);
