-- The queue of waiting partitions. The table and its sequence are those of Spring Integration's
-- schema-postgresql.sql.

create sequence if not exists int_message_seq;

create table if not exists int_channel_message (
    message_id char(36) not null,
    group_key char(36) not null,
    created_date bigint not null,
    message_priority bigint,
    message_sequence bigint not null default nextval('int_message_seq'),
    message_content bytea,
    region varchar(100) not null,
    primary key (region, group_key, created_date, message_sequence)
);

create index if not exists int_channel_msg_delete_idx on int_channel_message (region, group_key, message_id);

-- One row per partition that a worker has, with the end of its lease and its fencing token.

create sequence if not exists partition_lease_token;

create table if not exists partition_lease (
    step_execution bigint not null primary key,
    step varchar not null,
    program varchar not null,
    token bigint not null,
    worker varchar not null,
    until timestamp with time zone not null
);
