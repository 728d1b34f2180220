-- Stated totals of a quantity that the program does not count, for hubs whose other quantities can be compared.
-- found: Quantity is {value}, which is not a quantity that can be checked.
-- accepted: Use one of {quantities}.
-- action: It was kept but cannot be checked.
with counted as (
    select
        hub,
        time_period,
        string_agg(quantity, ', ' order by quantity) as quantities
    from stated_quantity
    where computed is not null
    group by all
)
select
    stated_total.claim,
    stated_total.row_number,
    'quantity' as field,
    stated_total.quantity as value,
    counted.quantities
from stated_total
semi join claim_in_force on claim_in_force.claim = stated_total.claim
join counted
    on counted.hub = stated_total.hub
    and counted.time_period = stated_total.time_period
join stated_quantity
    on stated_quantity.hub = stated_total.hub
    and stated_quantity.time_period = stated_total.time_period
    and stated_quantity.quantity = stated_total.quantity || coalesce(' (' || stated_total.education_phase || ')', '')
where stated_quantity.computed is null
order by stated_total.claim, stated_total.row_number;
