-- A development chain that was begun anew repeats itself, down to the hash of a transaction.
alter table notary.anchors drop constraint anchors_chain_id_contract_transaction_key;
alter table notary.anchors add unique (chain_id, contract, transaction, at);

-- Anchors that the chain once held and holds no more; the anchors themselves stay as history.
create table notary.lost_anchors (
  anchor bigint primary key references notary.anchors,
  noticed_at timestamptz not null
);
revoke update, delete, truncate on notary.lost_anchors from artel;

-- What can still be read on the chain that is in use: the one that was anchored on last.
create view notary.standing_anchors as
select a.id, a.size, a.chain_id, a.contract, a.transaction, a.block, a.at
from notary.anchors a
where a.chain_id = (select chain_id from notary.anchors order by id desc limit 1)
  and not exists (select from notary.lost_anchors l where l.anchor = a.id);
create index anchors_of_chain on notary.anchors (chain_id, size, id);
drop index notary.anchors_size;
