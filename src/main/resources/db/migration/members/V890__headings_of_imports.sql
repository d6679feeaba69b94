-- The line of a brought file in which its headings stand: a title may stand above them.
alter table members.imports add column headings integer not null default 1 check (headings > 0);
grant update (headings) on members.imports to artel;
