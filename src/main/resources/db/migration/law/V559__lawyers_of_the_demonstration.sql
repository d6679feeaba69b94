-- Whose verifications are made only to show the service. What somebody verifies in earnest counts
-- for real cooperatives, also where a demonstration lives beside them.
create table law.demonstration_lawyers (
  person uuid primary key
);

-- Those who confirmed the charter that a demonstration was founded with are its lawyers.
insert into law.demonstration_lawyers (person)
select distinct who.person
from registry.charter_figures figure
join registry.cooperatives cooperative on cooperative.id = figure.cooperative
cross join lateral (values (figure.confirmed_by), (figure.seconded_by)) as who (person)
where cooperative.demonstration
  and who.person is not null
  and figure.since = (
    select min(first.since) from registry.charters first
    where first.cooperative = figure.cooperative);

revoke update, delete, truncate on law.demonstration_lawyers from artel;
