-- Hubs that two organisations lead in one academic year.
-- found: {hub} is also led by {other}, from {other_from}.
-- accepted: End one of the two before the other begins, or name both organisations in one row.
-- action: Both rows were kept; the organisation that came last counts.
with led as (
    select
        claim,
        row_number,
        hub,
        lower(trim(organisation)) as organisation_key,
        organisation,
        from_period,
        coalesce(to_period, 999999) as until_period
    from hub_leadership
    semi join claim_in_force using (claim)
)
select
    led.claim,
    led.row_number,
    'organisation' as field,
    led.organisation as value,
    led.hub,
    min(other.organisation) as other,
    academic_year_label(min(other.from_period)) as other_from
from led
join led as other
    on other.hub = led.hub
    and other.organisation_key <> led.organisation_key
    and (other.claim, other.row_number) < (led.claim, led.row_number)
    and other.from_period <= led.until_period
    and led.from_period <= other.until_period
group by led.claim, led.row_number, led.organisation, led.hub
order by led.claim, led.row_number;
