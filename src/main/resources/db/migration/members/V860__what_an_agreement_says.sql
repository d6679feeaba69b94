-- An agreement on simple signatures counts if it says who the signer is and keeps the key secret.
alter table members.signings add column agreement_complete boolean not null default false;
