-- For each hub and academic year: a share of respondents, with the design effect of their schools and the number of
-- schools. The argument is the query's `unit`, with one row per respondent. A response that names no school is its own
-- cluster without a lineage, and does not count as a school.
create or replace macro respondent_share(unit) as table
    with school as (
        select
            network,
            hub,
            time_period,
            education_phase,
            breakdown,
            cluster,
            lineage,
            sum(numerator) as x,
            sum(denominator) as n
        from query_table(unit)
        group by all
    )
    select
        network,
        hub,
        time_period,
        education_phase,
        breakdown,
        sum(x) as numerator,
        sum(n) as denominator,
        design_effect(count(*), sum(x), sum(n), sum(x * x), sum(x * n), sum(n * n)) as deff,
        count(lineage) as schools
    from school
    group by all;
