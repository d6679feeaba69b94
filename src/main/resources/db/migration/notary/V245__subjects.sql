-- Whom a case is about, for whoever seals what belongs to it; null where that is nobody or was erased.
create view notary.subjects as
  select case_id, person
  from notary.heads join notary.subject_keys on subject_keys.id = heads.subject_key;
