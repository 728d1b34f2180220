-- One row per (network, hub, time_period, education_phase, series, number): a count in a release that is being made.
-- It moves to public_told once the files of the release are in place; if that never happens, nobody has read it.
create table if not exists public_unreleased (
    -- The release (night, or the name of an edition), and the hash of its manifest, which identifies it.
    release varchar not null,
    manifest_sha256 varchar not null,
    network varchar not null,
    hub varchar not null,
    time_period integer not null,
    education_phase varchar not null,
    series varchar not null,
    number bigint not null,
    lower bigint not null,
    upper bigint not null,
    is_hidden boolean not null
);
