-- One row: the figure to explain, the hub or group of hubs it is counted from, and the indicator whose returns it
-- needs: its own, or that of the indicator it is derived from.
create or replace temp table explained_standing as
with needed as (
    select distinct
        indicator,
        need
    from needed_return
)
select
    explained.*,
    figure.counted_as,
    needed.need,
    needed_of.returns,
    needed_of.years
from explained
join figure using (indicator, network, hub, time_period, education_phase, breakdown)
left join other_indicator using (indicator, network, time_period, education_phase, breakdown)
join definition as needed_of on needed_of.indicator = coalesce(other_indicator.other, explained.indicator)
join needed on needed.indicator = needed_of.indicator
where figure.profile = 'restricted';
