-- One row per profile and cell, as withheld has it: restricted for the network and its hubs, public for everybody.
create or replace table profile_withheld as
select
    'restricted' as profile,
    *
from withheld
union all
select
    'public' as profile,
    withheld.indicator,
    withheld.network,
    withheld.hub,
    withheld.time_period,
    withheld.education_phase,
    withheld.breakdown,
    coalesce(withheld.numerator_symbol, case when public_silent.hides_numerator then 'c' end) as numerator_symbol,
    coalesce(withheld.denominator_symbol, case when public_silent.hides_denominator then 'c' end) as denominator_symbol,
    coalesce(withheld.n_symbol, case when public_silent.hides_denominator then 'c' end) as n_symbol,
    case when public_silent.hides_value then 'c' else withheld.value_symbol end as value_symbol,
    case
        when public_silent.hides_value and withheld.limits_symbol is distinct from 'z' then 'c'
        else withheld.limits_symbol
    end as limits_symbol,
    case when public_silent.hides_value then 'c' else withheld.symbol end as symbol
from withheld
left join public_silent using (indicator, network, hub, time_period, education_phase, breakdown);
