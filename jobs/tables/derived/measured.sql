-- One row per (indicator, network, hub, time_period, education_phase, breakdown): a figure with anything to count. hub
-- may be Total, a group of hubs, or a restated hub.
create table if not exists measured (
    indicator varchar not null,
    network varchar not null,
    hub varchar not null,
    time_period integer not null,
    education_phase varchar not null,
    breakdown varchar not null,
    numerator double,
    denominator double,
    n double,
    value double,
    value_lower_ci double,
    value_upper_ci double,
    -- For an indicator that computes its own value: the public value and limits, computed from rounded counts or
    -- rounded, and the counts that they are computed from.
    public_value double,
    public_lower_ci double,
    public_upper_ci double,
    public_counts bigint[],
    deff double,
    schools bigint,
    -- The number of group means behind a mean.
    groups bigint,
    -- Schools in the denominators of both this year and the last: in both numerators, in one, or in neither.
    in_both bigint,
    in_this_only bigint,
    in_last_only bigint,
    in_neither bigint
);
