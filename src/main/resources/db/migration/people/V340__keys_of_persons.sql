-- A key for each person, sealed under the field keys; null once it is destroyed, which is for good. The
-- row stays: whoever was erased gets no other key.
create table people.subject_keys (
  person uuid primary key,
  wrapped bytea,
  made_at timestamptz not null,
  erased_at timestamptz,
  check ((wrapped is null) = (erased_at is not null))
);
revoke delete, truncate on people.subject_keys from artel;
-- Nobody who only reads opens anything.
revoke select on people.subject_keys from artel_read;

create function people.destroys_only() returns trigger language plpgsql as $$
begin
  if new.person <> old.person or new.wrapped is not null or old.erased_at is not null then
    raise exception 'a key of a person is destroyed or stays as it is' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keys_are_destroyed_only before update on people.subject_keys
  for each row execute function people.destroys_only();

-- Of whoever was erased nothing is left but the id.
alter table people.persons
  add column erased_at timestamptz,
  alter column family_name drop not null,
  alter column given_name drop not null,
  add check (erased_at is not null or family_name is not null and given_name is not null),
  add check (erased_at is null or num_nonnulls(family_name, given_name, patronymic, born, address,
    phone, email, document_kind, document_number, document_issued_on, document_issued_by,
    document_mark) = 0);

-- Rows that are only added hold values sealed under the installation's key alone (their first byte is 1).
-- Each may be sealed anew once, under the key of whom it is about (2), and in no other way be changed.
create function people.seals_anew_only() returns trigger language plpgsql as $$
declare
  first_before integer;
  first_after integer;
begin
  execute format('select get_byte(($1).%1$I, 0), get_byte(($2).%1$I, 0)', tg_argv[0])
    into first_before, first_after using old, new;
  if first_before is distinct from 1 or first_after is distinct from 2 then
    raise exception '%.% is sealed anew or stays as it is', tg_table_name, tg_argv[0]
      using errcode = '42501';
  end if;
  return new;
end $$;

grant update (content) on people.consents to artel;
create trigger consents_seal_anew before update of content on people.consents
  for each row execute function people.seals_anew_only('content');
create index consents_to_seal_anew on people.consents (id) where get_byte(content, 0) = 1;

-- What is left to move is found at each start without reading the tables.
create index persons_to_seal_anew on people.persons (id) where get_byte(family_name, 0) = 1;
create index former_persons_to_seal_anew on people.former_persons (id)
  where get_byte(family_name, 0) = 1;
do $$
declare
  field text;
begin
  foreach field in array array['family_name', 'given_name', 'patronymic', 'born', 'address', 'phone',
    'email', 'document_kind', 'document_number', 'document_issued_on', 'document_issued_by'] loop
    execute format('grant update (%1$I) on people.former_persons to artel', field);
    execute format('create trigger former_%1$s_seals_anew before update of %1$I
      on people.former_persons for each row execute function people.seals_anew_only(%1$L)', field);
  end loop;
end $$;
