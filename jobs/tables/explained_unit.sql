-- One row per unit of the figure that is being explained, as the `unit` of its indicator lists them; without rows at
-- any other time. What a unit adds to the numerator, the denominator or n stands beside what it is known by: a school
-- by its lineage, a row by its claim and number, others by the hub that returned them and their own reference.
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
