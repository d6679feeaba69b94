-- What was written in admissions may be sealed anew once, under the key of the applicant.
do $$
declare
  place record;
begin
  for place in select * from (values ('signings', 'agreement_number', 'task'), ('returns', 'note', 'task'),
    ('payments', 'document', 'task'), ('waits', 'note', 'task'), ('delays', 'note', 'task'),
    ('withdrawals', 'letter_number', 'application'), ('retentions', 'ground', 'task'), ('corrections', 'content', 'id'))
    as it (name, field, key) loop
    execute format('grant update (%2$I) on members.%1$I to artel', place.name, place.field);
    execute format('create trigger %1$s_seal_anew before update of %2$I on members.%1$I
      for each row execute function people.seals_anew_only(%2$L)', place.name, place.field);
    execute format('create index %1$s_to_seal_anew on members.%1$I (%3$I)
      where get_byte(%2$I, 0) = 1', place.name, place.field, place.key);
  end loop;
end $$;
create index applications_to_seal_anew on members.applications (id) where get_byte(income, 0) = 1;
