-- Reports read what has happened. Who looked at what, what is typed or told, the marks by which people are
-- found again and the salts behind digests are none of their business.
revoke select on access.viewings, notices.notices, notices.readers, people.name_marks,
  workflow.drafts, workflow.comments, law.judgements, members.imports, members.import_lines
  from artel_read;
