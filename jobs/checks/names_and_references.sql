-- Schools that name some participants and give references for others, in one year or in two consecutive years:
-- reported at the first such row of the later year.
-- found: School {urn} has participants with names and others with references, here and in other rows of {years}.
-- accepted: Give each person one reference that stays the same.
-- action: The row was kept. A person with a name in one row and a reference in another counts as two people.
with listed as (
    select
        engagement.claim,
        engagement.row_number,
        engagement.hub,
        engagement.time_period,
        engagement.participant,
        engagement.urn,
        lineage.lineage,
        is_pseudonym(engagement.participant) as is_named
    from engagement
    semi join claim_in_force using (claim)
    join lineage using (urn)
    where engagement.participant is not null
),
year as (
    select
        hub,
        time_period,
        lineage,
        bool_or(is_named) as has_names,
        bool_or(not is_named) as has_references
    from listed
    group by all
),
mixed as (
    select
        year.hub,
        year.time_period,
        year.lineage,
        year.has_names and year.has_references as in_one_year,
        academic_year.previous_period
    from year
    join academic_year using (time_period)
    left join year as before
        on before.hub = year.hub
        and before.lineage = year.lineage
        and before.time_period = academic_year.previous_period
    where
        year.has_names and (year.has_references or coalesce(before.has_references, false))
        or year.has_references and coalesce(before.has_names, false)
)
select
    listed.claim,
    listed.row_number,
    'participant' as field,
    listed.participant as value,
    listed.urn,
    case
        when mixed.in_one_year then academic_year_label(mixed.time_period)
        else academic_year_label(mixed.previous_period) || ' and ' || academic_year_label(mixed.time_period)
    end as years
from listed
join mixed using (hub, time_period, lineage)
qualify row_number() over (
    partition by listed.hub, listed.time_period, listed.lineage order by listed.claim, listed.row_number
) = 1
order by listed.claim, listed.row_number;
