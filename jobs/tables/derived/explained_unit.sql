-- One row per (lineage, claim, row_number, member, activity, participant, lead, quantity, return_name, indicator,
-- since): a unit of the figure that `explain` explains, from `unit` in its indicator; empty at any other time. A school
-- is identified by its lineage, a row by its claim and number, and anything else by the hub that returned it and a
-- reference. The other columns are what the unit adds to the numerator, the denominator or n.
create table if not exists explained_unit (
    lineage integer,
    claim bigint,
    row_number integer,
    member varchar,
    activity varchar,
    participant varchar,
    lead varchar,
    quantity varchar,
    return_name varchar,
    indicator varchar,
    since integer,
    part varchar,
    fate varchar,
    numerator double,
    denominator double,
    n double
);
