-- An edition of a charter as somebody has entered it, until a second person adopts it. Never changed.
create table law.charter_drafts (
  id uuid primary key,
  cooperative uuid not null,
  since date not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  deed uuid not null unique
);
create table law.charter_draft_figures (
  draft uuid not null references law.charter_drafts,
  norm text not null,
  value text not null,
  unit text not null,
  paragraph text not null,
  primary key (draft, norm)
);
revoke update, delete on law.charter_drafts, law.charter_draft_figures from artel;
