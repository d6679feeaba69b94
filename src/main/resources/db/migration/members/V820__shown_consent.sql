-- Which wording of the consent stood before the applicant: a digest in people.shown_consents.
alter table members.applications
  add column consent_shown text check (consent_shown ~ '^[0-9a-f]{64}$');
