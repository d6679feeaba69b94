-- A notice tells of something that the case, the deed or the vote tells for good. The service deletes
-- it when nobody needs it any more; nothing else may change one.
grant delete on notices.notices to artel;
create index notices_told on notices.notices (told);
