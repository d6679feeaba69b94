-- The same identity document under two persons: found by a keyed hash of its kind and number, which
-- says nothing to whoever has no key. Not unique: whoever applies anew is a new row until compared.
alter table people.persons add column document_mark bytea;
create index persons_of_document on people.persons (document_mark) where document_mark is not null;
