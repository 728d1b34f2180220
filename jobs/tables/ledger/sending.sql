-- One row per (edition, network, hub, contact): a report that is due to a contact of a hub: when it was sent, or why
-- it has not been sent yet.
create table if not exists sending (
    edition varchar not null,
    network varchar not null,
    hub varchar not null,
    time_period integer not null,
    contact varchar not null,
    -- The same at every attempt, so that a mail program shows a message only once if it was sent twice.
    message_id varchar not null,
    due_on date not null,
    sent_on date,
    tries integer not null,
    failure varchar
);
