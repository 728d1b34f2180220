-- One row per (count_id): a count that readers can calculate with, numbered from 1: its place, its number, the range
-- in which readers know it to be if it is printed (rounded) and if it is not, how many numbers must remain possible,
-- and whether it was hidden when it was last published. Protected are 1 or 2 schools and 1 to 4 people: at least
-- three numbers must remain possible, or all that the register leaves. Hiding a count costs the cells that are
-- hidden with it, more for a network than for a hub and for all phases than for one.
create or replace table public_count as
with counted as (
    select
        public_part.network,
        public_part.hub,
        public_part.time_period,
        public_part.education_phase,
        public_class.class,
        any_value(public_part.kind) as kind,
        any_value(public_part.number) as number,
        -- Transitions also follow schools that are no longer eligible.
        bool_or(public_part.kind = 'schools' and public_part.series not like 'from %') as is_in_register,
        bool_or(public_part.known_by = 'register') as is_of_register,
        bool_or(public_part.is_printed) as is_printed,
        max(public_part.printed_least) filter (where public_part.is_printed) as printed_least,
        min(public_part.printed_most) filter (where public_part.is_printed) as printed_most,
        -- A count that only the limits of a change reveal costs no cell.
        count(*) filter (
            where
                public_part.is_printed
                and coalesce(public_part.part, '') not in ('both', 'this of both', 'last of both')
        ) as cells,
        max(public_told.lower) as told_lower,
        min(public_told.upper) as told_upper,
        coalesce(bool_or(public_told.is_hidden), false) as was_hidden
    from public_part
    join public_class using (network, time_period, series)
    left join public_told
        on public_told.network = public_part.network
        and public_told.hub = public_part.hub
        and public_told.time_period = public_part.time_period
        and public_told.education_phase = public_part.education_phase
        and public_told.series = public_part.series
        and public_told.number = public_part.number
    group by all
),
ranged as (
    select
        counted.* exclude (told_lower, told_upper),
        case
            when counted.is_of_register then counted.number
            else coalesce(counted.told_lower, 0)
        end as least,
        case
            when counted.is_of_register then counted.number
            else least(
                coalesce(counted.told_upper, 1000000000),
                case when counted.is_in_register then coalesce(eligible_place.schools, 0) else 1000000000 end
            )
        end as most,
        coalesce(eligible_place.schools, 0) as eligible
    from counted
    left join eligible_place using (network, hub, time_period, education_phase)
)
select
    row_number() over (order by network, time_period, hub, education_phase, class) as count_id,
    network,
    hub,
    time_period,
    education_phase,
    class,
    number,
    eligible,
    is_printed,
    was_hidden,
    least(number, least) as least,
    greatest(number, most) as most,
    least(number, greatest(least, printed_least)) as printed_least,
    greatest(number, least(most, printed_most)) as printed_most,
    case
        when least = most then 0
        when kind = 'schools' and number between 1 and 2 then least(3, greatest(number, most) + 1)
        when kind = 'people' and number between 1 and 4 then 3
        else 0
    end as must_fit,
    cells * case when starts_with(hub, 'Total') then 50 else 1 end * case education_phase when 'Total' then 10 else 1 end as cost
from ranged
order by count_id;
