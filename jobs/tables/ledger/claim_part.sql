-- One row per (part): rows of a claim that a later claim has replaced while others of the same claim stay in force.
-- They are stored under the number of the part, which no claim has.
create table if not exists claim_part (
    part bigint not null,
    claim bigint not null,
    replaced_by bigint not null,
    accepted integer not null
);
