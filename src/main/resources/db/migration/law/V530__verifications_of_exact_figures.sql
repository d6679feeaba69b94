-- A verification is of a figure as it stood: a later edition that says something else is not
-- verified by it. Rows from before name no figure and count no longer.
alter table law.verifications
  add column digest text not null default '' check (digest = '' or digest ~ '^[0-9a-f]{64}$'),
  add column deed uuid;
alter table law.verifications alter column digest drop default;
alter table law.verifications drop constraint verifications_pkey;
alter table law.verifications add primary key (country, subject, demonstration, digest);

comment on column law.verifications.digest is 'SHA-256 of the figures that were verified, hex';
comment on column law.verifications.deed is 'what the two persons did, in access.deeds';

revoke delete, truncate on law.verifications from artel;
