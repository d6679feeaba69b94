-- What shows offline that an anchor stands on its chain: the file that exports carry, byte for byte.
-- An anchor may wait for it, or never get it where no node has its block any more.
create table notary.anchor_proofs (
  anchor bigint primary key references notary.anchors,
  proof bytea not null,
  kept_at timestamptz not null
);
revoke update, delete, truncate on notary.anchor_proofs from artel;
