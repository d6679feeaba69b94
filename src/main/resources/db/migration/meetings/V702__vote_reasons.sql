-- What somebody said with a vote, sealed. Of a refusal the applicant is told the words against.
create table meetings.vote_reasons (
  question uuid not null,
  person uuid not null,
  reason bytea not null,
  primary key (question, person),
  foreign key (question, person) references meetings.votes
);
revoke update, delete, truncate on meetings.vote_reasons from artel;
