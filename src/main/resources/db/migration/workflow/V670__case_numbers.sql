-- A case has a number that can be said: of a cooperative and a year, without gaps.
create table workflow.case_numbers (
  cooperative uuid not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (cooperative, year)
);
revoke delete, truncate on workflow.case_numbers from artel;

alter table workflow.cases add column year integer, add column number integer;
update workflow.cases set year = numbered.year, number = numbered.number
from (
  select case_id, year,
    row_number() over (partition by cooperative, year order by started, case_id) as number
  from (
    select it.id as case_id, it.cooperative, it.started,
      extract(year from it.started at time zone coalesce(home.zone, 'UTC'))::integer as year
    from workflow.cases it left join registry.cooperatives home on home.id = it.cooperative
  ) dated
) numbered
where numbered.case_id = id;
insert into workflow.case_numbers (cooperative, year, last)
select cooperative, year, max(number) from workflow.cases group by cooperative, year;
alter table workflow.cases alter column year set not null, alter column number set not null;
create unique index cases_number on workflow.cases (cooperative, year, number);

-- Nothing of a case changes but that it ends.
revoke update on workflow.cases from artel;
grant update (ended, outcome) on workflow.cases to artel;

-- On which articles the law's decisions in a case rest. What they say of a person lies sealed in
-- the decisions; which articles were looked at says nothing of a person.
create table workflow.case_articles (
  case_id text not null,
  article text not null,
  primary key (case_id, article)
);
create index case_articles_article on workflow.case_articles (article);
revoke update, delete, truncate on workflow.case_articles from artel;

create index cases_ended on workflow.cases (cooperative, ended desc);
