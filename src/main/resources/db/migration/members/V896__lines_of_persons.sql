-- Whose line of an imported list it became. A list was entered in the order of its lines; what was
-- written to the register later on the same ground corrects one of them.
alter table members.import_lines add column person uuid;
update members.import_lines set person = entered.person
from (
    select imports.id as import, membership_lines.person,
      row_number() over (partition by imports.id order by membership_lines.line) as place
    from members.imports join registry.membership_lines
      on membership_lines.cooperative = imports.cooperative
        and membership_lines.basis = 'import:' || imports.id
    where imports.state = 'entered') as entered,
  (
    select import, line, row_number() over (partition by import order by line) as place
    from members.import_lines where not taken_out) as kept
where kept.import = entered.import and kept.place = entered.place
  and import_lines.import = kept.import and import_lines.line = kept.line;

-- It lies under the key of that person then.
grant update (content, person) on members.import_lines to artel;
create trigger import_lines_seal_anew before update of content on members.import_lines
  for each row execute function people.seals_anew_only('content');
create index import_lines_to_seal_anew on members.import_lines (import, line)
  where get_byte(content, 0) = 1 and person is not null;
