-- One row per (hub, time_period, return_name): a template in the folder of a hub, with a digest of its content. It
-- is written again when the content changes.
create table if not exists hub_template (
    hub varchar not null,
    time_period integer not null,
    return_name varchar not null,
    digest varchar not null
);
