-- Models and forms that wait for two operators, and the sets that this service was shipped with.

-- The bytes of a model or form, kept once, under their SHA-256 in hex.
create table workflow.model_files (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  content bytea not null
);

-- A set of files as the service carried it when it started; seen once, however often it starts and
-- on however many nodes.
create table workflow.shipments (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  seen_at timestamptz not null default clock_timestamp()
);
create table workflow.shipment_files (
  shipment text not null references workflow.shipments,
  file text not null,
  digest text not null references workflow.model_files,
  primary key (shipment, file)
);

-- What is to become of some files of the set in use.
create table workflow.model_drafts (
  id uuid primary key,
  origin text not null check (origin in ('shipped', 'sent')),
  shipment text unique references workflow.shipments,
  drafted_at timestamptz not null default clock_timestamp(),
  superseded_by uuid references workflow.model_drafts,
  check ((origin = 'shipped') = (shipment is not null))
);
create table workflow.draft_files (
  draft uuid not null references workflow.model_drafts,
  file text not null,
  -- absent: the file goes
  digest text references workflow.model_files,
  primary key (draft, file)
);

revoke update, delete, truncate on workflow.model_files, workflow.shipments,
  workflow.shipment_files, workflow.model_drafts, workflow.draft_files from artel;
grant update (superseded_by) on workflow.model_drafts to artel;
