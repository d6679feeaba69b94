-- A letter to an applicant, who has no account and no notices: it says only that there is something to
-- read on the page of the application. Where it goes stands with the person, and is read when it is sent.
alter table notices.letters
  add column case_id text,
  add column cooperative uuid,
  add column told text check (told in ('application-asks', 'application-decided')),
  add check ((told is null) = (case_id is null) and (told is null) = (cooperative is null));
