-- What voters and the chair wrote may be sealed anew once, under the key of whom the question is about.
grant update (note) on meetings.overdue_notes to artel;
create trigger overdue_notes_seal_anew before update of note on meetings.overdue_notes
  for each row execute function people.seals_anew_only('note');
create index overdue_notes_to_seal_anew on meetings.overdue_notes (task) where get_byte(note, 0) = 1;
grant update (reason) on meetings.vote_reasons to artel;
create trigger vote_reasons_seal_anew before update of reason on meetings.vote_reasons
  for each row execute function people.seals_anew_only('reason');
create index vote_reasons_to_seal_anew on meetings.vote_reasons (question)
  where get_byte(reason, 0) = 1;
