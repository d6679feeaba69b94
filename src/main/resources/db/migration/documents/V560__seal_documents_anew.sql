-- A document may be sealed anew once, under the key of whom it is about; its digest holds its content.
grant update (content) on documents.documents to artel;
create trigger documents_seal_anew before update of content on documents.documents
  for each row execute function people.seals_anew_only('content');
create index documents_to_seal_anew on documents.documents (id) where get_byte(content, 0) = 1;
