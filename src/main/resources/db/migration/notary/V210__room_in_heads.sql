-- A head moves with every step and none of its indexed columns does: with room on its page the new
-- row stands beside the old one, and no index is written.
alter table notary.heads set (fillfactor = 50);
