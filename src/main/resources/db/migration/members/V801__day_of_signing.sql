-- The day of signing, by whose law the signature is judged. Absent while nothing is signed, and in rows
-- from before it was asked: there the day of the look has to do.
alter table members.signings add column signed_on date;
