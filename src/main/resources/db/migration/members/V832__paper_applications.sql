-- Applications that came on paper and were entered by the secretary. Of the scans only digests are kept.
create table members.paper_applications (
  application uuid primary key references members.applications,
  entered_by uuid not null,
  received_on date not null,
  scan_digest text not null check (scan_digest ~ '^[0-9a-f]{64}$'),
  consent_on date not null,
  consent_digest text not null check (consent_digest ~ '^[0-9a-f]{64}$')
);
revoke update, delete on members.paper_applications from artel;
