-- Who had a vote when the law was asked, and who was the chair then. Until a question is counted
-- that follows from the offices of the day and from who has voted.
create table meetings.counted_seats (
  decision uuid not null,
  question uuid not null references meetings.questions,
  person uuid not null,
  chair boolean not null,
  primary key (decision, person)
);
revoke update, delete, truncate on meetings.counted_seats from artel;

insert into meetings.counted_seats (decision, question, person, chair)
select questions.decision, questions.id, voters.person, voters.chair
from meetings.questions join meetings.voters on voters.question = questions.id
where questions.decision is not null;

comment on table meetings.voters is
  'Who sat on the council when the question was opened, and who has joined it and voted since.';

create index undecided_questions on meetings.questions (cooperative)
  where decided_on is null and withdrawn_at is null;
