-- Proposals of drafts that an upgrade has replaced wait for nobody.
update access.deeds set superseded_at = now()
where kind = 'publish-models' and decided_at is null and exists (
  select from workflow.model_drafts d
  where d.id::text = deeds.subject and d.superseded_by is not null);
