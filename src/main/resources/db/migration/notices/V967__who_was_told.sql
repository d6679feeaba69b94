-- Who was told that a deed waits is told too when nobody decides it any more.
create index notices_of_waiting_deeds on notices.notices (about) where kind = 'deed-waiting';
