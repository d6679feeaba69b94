-- What a time-stamping authority said of checkpoints: the file that exports carry, byte for byte.
-- Not every checkpoint has one; the newest stamp speaks of all that was sealed before it.
create table notary.time_stamps (
  size bigint not null references notary.checkpoints,
  -- SHA-256 of the authority's certificate
  authority bytea not null check (length(authority) = 32),
  -- by the authority's clock
  at timestamptz not null,
  answer bytea not null check (length(answer) < 65536),
  kept_at timestamptz not null,
  primary key (size, authority)
);
revoke update, delete, truncate on notary.time_stamps from artel;
