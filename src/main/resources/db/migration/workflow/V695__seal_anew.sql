-- What was written in cases and what the law decided in them may be sealed anew once, under the keys of
-- whom they are about.
grant update (content) on workflow.comments to artel;
create trigger comments_seal_anew before update of content on workflow.comments
  for each row execute function people.seals_anew_only('content');
create index comments_to_seal_anew on workflow.comments (id) where get_byte(content, 0) = 1;
create index drafts_to_seal_anew on workflow.drafts (task) where get_byte(content, 0) = 1;
grant update (reason) on workflow.judgements to artel;
create trigger judgements_seal_anew before update of reason on workflow.judgements
  for each row execute function people.seals_anew_only('reason');
create index judgements_to_seal_anew on workflow.judgements (task) where get_byte(reason, 0) = 1;
grant update (content) on law.decisions to artel;
create trigger decisions_seal_anew before update of content on law.decisions
  for each row execute function people.seals_anew_only('content');
create index decisions_to_seal_anew on law.decisions (id) where get_byte(content, 0) = 1;
create index step_notes_of_decision on workflow.step_notes (decision) where decision is not null;
create index saved_views_to_seal_anew on workflow.saved_views (id) where get_byte(content, 0) = 1;
