-- Records that were found neither in the log nor in the queue, each time that it happened. They are
-- queued again and sealed; that they had to be is kept for whoever reads the log.
create table notary.strays (
  record bigint not null references notary.records,
  noticed_at timestamptz not null,
  primary key (record, noticed_at)
);
revoke update, delete, truncate on notary.strays from artel;
