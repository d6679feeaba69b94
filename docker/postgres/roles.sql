-- Who may do what is told by the migrations; who may come in stands here. psql runs it once, on an
-- empty database, and reads the passwords from files, so that none stands in an environment.
\set owner_password `cat /run/secrets/artel-owner.password`
\set service_password `cat /run/secrets/artel.password`
\set reader_password `cat /run/secrets/artel-read.password`

create role artel_owner login password :'owner_password';
create role artel login password :'service_password';
create role artel_read login password :'reader_password';

create database artel owner artel_owner encoding 'UTF8' locale 'C' template template0;
revoke all on database artel from public;
grant connect on database artel to artel, artel_read;
