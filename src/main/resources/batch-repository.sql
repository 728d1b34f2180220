-- The job repository of Spring Batch, in the same file as the data, so that both are committed together.
-- The columns are those of Spring Batch 6. There are no foreign keys: DuckDB refuses to delete a parent and
-- its child in one transaction, which is how Batch deletes a job instance.

create table if not exists batch_job_instance (
    job_instance_id bigint not null primary key,
    version bigint,
    job_name varchar not null,
    job_key varchar not null,
    unique (job_name, job_key)
);

create table if not exists batch_job_execution (
    job_execution_id bigint not null primary key,
    version bigint,
    job_instance_id bigint not null,
    create_time timestamp not null,
    start_time timestamp,
    end_time timestamp,
    status varchar,
    exit_code varchar,
    exit_message varchar,
    last_updated timestamp
);

create table if not exists batch_job_execution_params (
    job_execution_id bigint not null,
    parameter_name varchar not null,
    parameter_type varchar not null,
    parameter_value varchar,
    identifying varchar not null
);

create table if not exists batch_step_execution (
    step_execution_id bigint not null primary key,
    version bigint not null,
    step_name varchar not null,
    job_execution_id bigint not null,
    create_time timestamp not null,
    start_time timestamp,
    end_time timestamp,
    status varchar,
    commit_count bigint,
    read_count bigint,
    filter_count bigint,
    write_count bigint,
    read_skip_count bigint,
    write_skip_count bigint,
    process_skip_count bigint,
    rollback_count bigint,
    exit_code varchar,
    exit_message varchar,
    last_updated timestamp
);

create table if not exists batch_step_execution_context (
    step_execution_id bigint not null primary key,
    short_context varchar not null,
    serialized_context varchar
);

create table if not exists batch_job_execution_context (
    job_execution_id bigint not null primary key,
    short_context varchar not null,
    serialized_context varchar
);

create sequence if not exists batch_job_instance_seq;
create sequence if not exists batch_job_execution_seq;
create sequence if not exists batch_step_execution_seq;
