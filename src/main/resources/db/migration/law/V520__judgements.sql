-- What a person answered where the law left it to one; decisions that rest on it name its digest.
create table law.judgements (
  id uuid primary key,
  decision uuid not null references law.decisions,
  person uuid not null,
  allowed boolean not null,
  salt bytea not null check (length(salt) = 32),
  -- SHA-256 of the canonical JSON of decision's digest, person, answer, reason and salt, hex
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  judged_at timestamptz not null default now()
);

create index judgements_of_a_decision on law.judgements (decision);

revoke update, delete, truncate on law.judgements from artel;
