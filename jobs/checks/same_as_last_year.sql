-- Returns of at least ten rows that repeat the year before row by row.
-- found: All {rows} rows for {year} are identical to the rows sent for {previous_year}.
-- accepted: Correct the year, or send the rows of this year.
-- action: They were kept.
with returned_row as (
    select claim, hash(urn, school, activity, participant, role, sessions_offered, sessions_attended, status) as content
    from engagement
    union all
    select claim, hash(urn, school, stage, status, reason, expected_return) as content
    from pathway
    union all
    select
        claim,
        hash(
            activity, groups, places_offered, places_filled, core_due, core_delivered, adaptations, adaptations_consistent
        ) as content
    from delivery
    union all
    select claim, hash(urn, activity, overall, aim1, aim2, aim3, aim4, trust, recommend) as content
    from survey_response
),
returned as (
    select
        claim_in_force.claim,
        claim_in_force.return_name,
        claim_in_force.hub,
        claim_in_force.time_period,
        count(*) as rows,
        sum(returned_row.content) as content
    from returned_row
    join claim_in_force using (claim)
    group by all
)
select
    this_year.claim,
    null::integer as row_number,
    'time_period' as field,
    academic_year_label(this_year.time_period) as value,
    this_year.rows,
    academic_year_label(this_year.time_period) as year,
    academic_year_label(last_year.time_period) as previous_year
from returned as this_year
join academic_year using (time_period)
join returned as last_year
    on last_year.return_name = this_year.return_name
    and last_year.hub = this_year.hub
    and last_year.time_period = academic_year.previous_period
    and last_year.rows = this_year.rows
    and last_year.content = this_year.content
where this_year.rows >= 10
order by this_year.claim;
