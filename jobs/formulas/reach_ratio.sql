-- For each hub and academic year: reach in one group of schools divided by reach in another, with its limits, and
-- the same from rounded counts for the public. Not available with fewer than ten schools in either group. The
-- argument is the query's `unit`, with one row per school, whose `part` names its group and whether it is engaged:
-- 'Rural, engaged' or 'Rural, not engaged'.
create or replace macro reach_ratio(unit, one, other) as table
    with counted as (
        select
            network,
            hub,
            time_period,
            education_phase,
            breakdown,
            sum(n) as n,
            count(*) filter (where part = one || ', engaged') as x1,
            count(*) filter (where part in (one || ', engaged', one || ', not engaged')) as n1,
            count(*) filter (where part = other || ', engaged') as x2,
            count(*) filter (where part in (other || ', engaged', other || ', not engaged')) as n2
        from query_table(unit)
        group by all
    ),
    compared as (
        select
            *,
            n1 >= 10 and n2 >= 10 as is_enough,
            rounded_count(x1) as public_x1,
            rounded_count(n1) as public_n1,
            rounded_count(x2) as public_x2,
            rounded_count(n2) as public_n2,
            public_n1 >= 10 and public_n2 >= 10 as is_enough_rounded
        from counted
    )
    select
        network,
        hub,
        time_period,
        education_phase,
        breakdown,
        n,
        case when is_enough then katz_ratio(x1, n1, x2, n2) end as value,
        case when is_enough then katz_lower(x1, n1, x2, n2) end as value_lower_ci,
        case when is_enough then katz_upper(x1, n1, x2, n2) end as value_upper_ci,
        case when is_enough_rounded then katz_ratio(public_x1, public_n1, public_x2, public_n2) end as public_value,
        case when is_enough_rounded then katz_lower(public_x1, public_n1, public_x2, public_n2) end as public_lower_ci,
        case when is_enough_rounded then katz_upper(public_x1, public_n1, public_x2, public_n2) end as public_upper_ci,
        [x1, x2] as public_counts
    from compared;
