-- What lawyers say to one another about a draft, at a file or at a rule, norm or case of it.
create table law.draft_comments (
  id uuid primary key,
  draft uuid not null references law.rule_drafts,
  -- empty where the draft as a whole is meant
  path text not null,
  -- id of the rule, norm or case; empty where the file as a whole is meant
  subject text not null,
  content text not null,
  written_by uuid not null,
  written_at timestamptz not null
);
create index draft_comments_of_a_draft on law.draft_comments (draft, written_at);

-- That what a comment asks for is done, or need not be.
create table law.draft_comment_settlements (
  comment uuid primary key references law.draft_comments,
  settled_by uuid not null,
  settled_at timestamptz not null
);

revoke update, delete, truncate on law.draft_comments, law.draft_comment_settlements from artel;
-- What is told is no business of reports.
revoke select on law.draft_comments from artel_read;
