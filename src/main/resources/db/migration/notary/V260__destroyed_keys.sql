-- Every node asks every ten seconds how many keys have been destroyed, by whichever node.
create index subject_keys_destroyed on notary.subject_keys (id) where wrapped is null;
