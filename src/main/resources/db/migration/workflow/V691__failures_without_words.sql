-- What failed until now was kept with its words, which may tell of a person. The service's own log has them;
-- what stands still is tried again, and then told without.
create temporary table failure_stacks on commit drop as
  select exception_stack_id_ as id from act_ru_job where exception_stack_id_ is not null
  union
  select job_exception_stack_id_ from act_hi_job_log where job_exception_stack_id_ is not null;

update act_ru_job set exception_stack_id_ = null, exception_msg_ = null
  where exception_stack_id_ is not null or exception_msg_ is not null;
update act_hi_job_log set job_exception_stack_id_ = null, job_exception_msg_ = null
  where job_exception_stack_id_ is not null or job_exception_msg_ is not null;
update act_ru_incident set incident_msg_ = null where incident_msg_ is not null;
update act_hi_incident set incident_msg_ = null where incident_msg_ is not null;

delete from act_ge_bytearray using failure_stacks where act_ge_bytearray.id_ = failure_stacks.id;
