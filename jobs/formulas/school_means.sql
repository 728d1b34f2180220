-- For each hub and academic year: the number of respondents, the number of their schools, and the mean of each school.
-- The argument is the query's `unit`, with one row per respondent whose mean is in twelfths as given by item_twelfths.
-- A cluster is a school. A response that names no school is its own cluster without a lineage: its mean is one of the
-- means, but it does not count as a school.
create or replace macro school_means(unit) as table
    with school as (
        select
            network,
            hub,
            time_period,
            education_phase,
            breakdown,
            cluster,
            lineage,
            sum(n) as n,
            sum(twelfths) / (12.0::double * sum(n)) as mean
        from query_table(unit)
        group by all
    )
    select
        network,
        hub,
        time_period,
        education_phase,
        breakdown,
        sum(n) as n,
        count(lineage) as schools,
        list(mean order by mean) as means
    from school
    group by all;
