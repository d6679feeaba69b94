-- Of several proposals of the same thing only the newest stays open.
update access.deeds set decided_by = proposed_by, decided_at = now(), approved = false
where decided_at is null and exists (
  select from access.deeds newer
  where newer.kind = deeds.kind and newer.subject = deeds.subject and newer.decided_at is null
    and (newer.proposed_at, newer.id) > (deeds.proposed_at, deeds.id));

-- Two proposals of the same thing would leave it open which of them was approved.
create unique index one_open_deed on access.deeds (kind, subject) where decided_at is null;
create index deeds_of_subject on access.deeds (kind, subject, proposed_at);
