-- title:        Contexts reached
-- question:     In what share of the contexts of its area has the hub engaged several schools?
-- numerator:    contexts with at least three engaged schools
-- denominator:  contexts with at least three eligible schools
-- unit:         percent
-- higher is:    better
-- outcome:      replicability
-- also:         reach
-- construct:    context
-- notes:        Contexts are phase, third of free school meals, urban or rural, and selection of secondary schools.
-- why:          It shows in which kinds of school the model has not yet been tried.
-- source:       Century and Cassata (2016); engagement returns, school register
-- counts:       contexts
-- interval:     none
-- levels:       hub network
-- breakdowns:   Total
-- returns:      engagement
-- years:        this
-- reviewed:     2026-11-23
-- version:      1

with unit as (
    select
        network,
        hub,
        time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        context_words(phase, fsm_third, is_rural, is_selective) as part,
        (engaged >= 3)::integer as numerator,
        (eligible >= 3)::integer as denominator
    from context_year
)
select
    network,
    hub,
    time_period,
    education_phase,
    breakdown,
    sum(numerator) as numerator,
    sum(denominator) as denominator
from unit
group by all;
