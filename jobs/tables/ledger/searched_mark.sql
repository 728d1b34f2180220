-- One row per (network, hub, kind, mark): a text that the published files were last searched for, as in hub_mark. A
-- file that passed is searched again only if the texts have changed for its hub.
create table if not exists searched_mark (
    network varchar not null,
    hub varchar not null,
    kind varchar not null,
    mark varchar not null
);
