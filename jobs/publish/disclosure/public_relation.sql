-- One row per (relation, count_id): a count in a relation, with its sign: readers know the sum of the signed counts,
-- or its range (least, most). Phases add up to their Total, hubs to their network, two parts to their whole,
-- breakdowns to their Total, the rows of a table to their total, and one year's columns to the next year's rows.
-- These are found in the numbers themselves: a new indicator needs no declaration. Parts within a whole are in
-- series_in, and years in year_relation. The name of a relation begins with its reason: two relations of one name
-- would be taken for one, and reveal nothing.
create or replace table public_relation as
with figure_pair as (
    select
        numerator.network,
        numerator.hub,
        numerator.time_period,
        numerator.education_phase,
        numerator.class as part,
        denominator.class as whole,
        numerator.count_id as part_id,
        denominator.count_id as whole_id,
        any_value(numerator.number) as part_number,
        any_value(denominator.number) as whole_number
    from public_place as numerator
    join public_place as denominator using (network, hub, time_period, education_phase, indicator, breakdown)
    where
        numerator.part = 'numerator'
        and denominator.part = 'denominator'
    group by all
),
-- Numerators are parts of their denominators wherever they are counted.
share as (
    select
        network,
        time_period,
        part,
        whole
    from figure_pair
    group by all
    having bool_and(part_number <= whole_number)
),
complement as (
    select
        one.network,
        one.time_period,
        one.part,
        other.part as other_part,
        one.whole
    from figure_pair as one
    join figure_pair as other using (network, hub, time_period, education_phase, whole)
    where one.part < other.part
    group by all
    having bool_and(one.part_number + other.part_number = one.whole_number)
),
broken_down as (
    select
        network,
        hub,
        time_period,
        education_phase,
        indicator,
        part,
        sum(number) filter (where breakdown <> 'Total') = any_value(number) filter (where breakdown = 'Total') as is_whole
    from public_place as place
    where part in ('numerator', 'denominator')
    group by all
),
sum_of_breakdowns as (
    select
        network,
        time_period,
        indicator,
        part
    from broken_down
    group by all
    having bool_and(is_whole)
),
-- Groups of hubs that differ in one hub.
group_of as (
    select
        network,
        time_period,
        hub,
        list(distinct member order by member) as members
    from figure_hub
    where hub <> member
    group by all
),
group_pair as (
    select
        wider.network,
        wider.time_period,
        wider.hub,
        narrower.hub as other_hub,
        list_filter(wider.members, lambda one: not list_contains(narrower.members, one))[1] as member
    from group_of as wider
    join group_of as narrower
        on narrower.network = wider.network
        and narrower.time_period = wider.time_period
        and len(narrower.members) = len(wider.members) - 1
        and list_has_all(wider.members, narrower.members)
),
-- Two series of a year that are equal wherever both are counted.
equal as (
    select
        one.network,
        one.time_period,
        one.class,
        other.class as other_class
    from public_place as one
    join public_place as other using (network, hub, time_period, education_phase, kind)
    where
        one.class < other.class
        and 'register' not in (one.known_by, other.known_by)
    group by all
    having bool_and(one.number = other.number)
),
term as (
    select distinct
        'phases' as reason,
        concat_ws('|', network, hub, time_period, class) as relation_name,
        count_id,
        case education_phase when 'Total' then -1 else 1 end as sign,
        null as least,
        null as most
    from public_place as place
    union all
    select distinct
        'hubs' as reason,
        concat_ws('|', whole.network, whole.hub, whole.time_period, whole.education_phase, whole.class) as relation_name,
        unnest([whole.count_id, member.count_id]) as count_id,
        unnest([-1, 1]) as sign,
        null as least,
        null as most
    from public_place as whole
    join figure_hub
        on figure_hub.network = whole.network
        and figure_hub.hub = whole.hub
        and figure_hub.time_period = whole.time_period
        and figure_hub.hub <> figure_hub.member
    join public_place as member
        on member.network = whole.network
        and member.hub = figure_hub.member
        and member.time_period = whole.time_period
        and member.education_phase = whole.education_phase
        and member.class = whole.class
    union all
    select
        'parts' as reason,
        concat_ws('|', complement.network, one.hub, complement.time_period, one.education_phase, complement.part,
            complement.other_part, complement.whole) as relation_name,
        unnest([one.whole_id, one.part_id, other.part_id]) as count_id,
        unnest([-1, 1, 1]) as sign,
        null as least,
        null as most
    from complement
    join figure_pair as one using (network, time_period, part, whole)
    join figure_pair as other
        on other.network = complement.network
        and other.hub = one.hub
        and other.time_period = complement.time_period
        and other.education_phase = one.education_phase
        and other.part = complement.other_part
        and other.whole = complement.whole
    union all
    select
        'share' as reason,
        concat_ws('|', network, figure_pair.hub, time_period, figure_pair.education_phase, part, whole) as relation_name,
        unnest([figure_pair.part_id, figure_pair.whole_id]) as count_id,
        unnest([-1, 1]) as sign,
        0 as least,
        1000000000 as most
    from figure_pair
    join share using (network, time_period, part, whole)
    union all
    select distinct
        'breakdowns' as reason,
        concat_ws('|', network, place.hub, time_period, place.education_phase, indicator, part) as relation_name,
        place.count_id,
        case place.breakdown when 'Total' then -1 else 1 end as sign,
        null as least,
        null as most
    from public_place as place
    semi join sum_of_breakdowns using (network, time_period, indicator, part)
    union all
    select distinct
        'rows' as reason,
        concat_ws('|', place.network, place.hub, place.time_period, table_sum.table_part, table_sum.sum_series) as relation_name,
        place.count_id,
        table_sum.sign,
        null as least,
        null as most
    from public_place as place
    join table_sum using (series)
    where place.education_phase = 'Total'
    union all
    -- The schools at a stage this year are those that next year's row follows.
    select
        'columns' as reason,
        concat_ws('|', place.network, place.time_period, stage_cell.to_stage) as relation_name,
        place.count_id,
        1 as sign,
        null as least,
        null as most
    from public_place as place
    join stage_cell
        on stage_cell.network = place.network
        and stage_cell.hub = place.hub
        and stage_cell.time_period = place.time_period
        and place.series = 'from ' || stage_cell.from_stage || ' to ' || stage_cell.to_stage
    union all
    select
        'columns' as reason,
        concat_ws('|', place.network, academic_year.previous_period, replace(place.series, 'from ', '')) as relation_name,
        place.count_id,
        -1 as sign,
        null as least,
        null as most
    from public_place as place
    join academic_year using (time_period)
    where
        starts_with(place.series, 'from ')
        and place.series not like '% to %'
    union all
    -- A school in two activities has a row in each.
    select distinct
        'memberships' as reason,
        concat_ws('|', place.network, place.hub, place.time_period) as relation_name,
        place.count_id,
        coalesce(-overlap_row.places, 1) as sign,
        0 as least,
        1000000000 as most
    from public_place as place
    left join overlap_row
        on overlap_row.network = place.network
        and overlap_row.hub = place.hub
        and overlap_row.time_period = place.time_period
        and overlap_row.kind = 'Activities'
        and place.series = 'Activities, ' || overlap_row.places || ' places'
    where
        place.education_phase = 'Total'
        and (overlap_row.places is not null or place.series = 'survey_response_percent, Total, denominator')
    union all
    select
        reason,
        relation_name,
        count_id,
        sign,
        least,
        most
    from year_relation
    union all
    select distinct
        'series' as reason,
        concat_ws('|', series_in.relation_name, place.network, place.hub, place.time_period, place.education_phase) as relation_name,
        place.count_id,
        series_in.sign,
        0 as least,
        case series_in.rest
            when 'none' then 0
            when 'any' then 1000000000
            when 'placeless' then coalesce(eligible_stayed.placeless, 0)
            when 'between' then coalesce(eligible_stayed.between_fifths, 0)
            when 'stayed' then coalesce(eligible_stayed.stayed, 0)
            when 'come' then coalesce(eligible_stayed.come, 0)
        end as most
    from public_place as place
    join series_in using (series)
    left join eligible_stayed using (network, hub, time_period, education_phase)
    union all
    select distinct
        'equal' as reason,
        concat_ws('|', one.network, one.hub, one.time_period, one.education_phase, one.class, other.class) as relation_name,
        unnest([one.count_id, other.count_id]) as count_id,
        unnest([1, -1]) as sign,
        null as least,
        null as most
    from equal
    join public_place as one using (network, time_period, class)
    join public_place as other
        on other.network = one.network
        and other.hub = one.hub
        and other.time_period = one.time_period
        and other.education_phase = one.education_phase
        and other.class = equal.other_class
    union all
    -- The difference between two groups of hubs is the count of the further hubs.
    select distinct
        'groups' as reason,
        concat_ws('|', wider.network, wider.time_period, wider.education_phase, wider.class, wider.hub, narrower.hub)
            as relation_name,
        unnest([wider.count_id, narrower.count_id, member.count_id]) as count_id,
        unnest([1, -1, -1]) as sign,
        null as least,
        null as most
    from group_pair as pair
    join public_place as wider
        on wider.network = pair.network
        and wider.time_period = pair.time_period
        and wider.hub = pair.hub
    join public_place as narrower
        on narrower.network = pair.network
        and narrower.time_period = pair.time_period
        and narrower.hub = pair.other_hub
        and narrower.education_phase = wider.education_phase
        and narrower.class = wider.class
    join public_place as member
        on member.network = pair.network
        and member.time_period = pair.time_period
        and member.hub = pair.member
        and member.education_phase = wider.education_phase
        and member.class = wider.class
),
-- A total alone, or parts without their total, reveal nothing about each other; nor do two equal names of one count.
whole as (
    select
        concat_ws('|', reason, relation_name) as relation_name,
        count_id,
        sum(sign) as sign,
        max(least) as least,
        min(most) as most
    from term
    group by all
    having sum(sign) <> 0
),
summed as (
    select
        whole.*,
        sum(whole.sign * public_count.number) over (partition by whole.relation_name) as known
    from whole
    join public_count using (count_id)
)
select
    dense_rank() over (order by relation_name) as relation,
    relation_name,
    count_id,
    sign::integer as sign,
    least(known, coalesce(least, known))::bigint as least,
    greatest(known, coalesce(most, known))::bigint as most
from summed
window same as (partition by relation_name)
qualify
    count(*) filter (where sign < 0) over same >= 1
    and count(*) filter (where sign > 0) over same >= 1
order by relation, count_id;
