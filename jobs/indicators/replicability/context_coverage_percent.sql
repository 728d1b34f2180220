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
-- why:          Which contexts have never been reached is where the model has never been tried.
-- source:       Century and Cassata (2016); engagement returns, school register
-- counts:       contexts
-- interval:     none
-- levels:       hub network
-- breakdowns:   Total
-- returns:      engagement
-- years:        this
-- reviewed:     2026-11-23
-- version:      1

select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    'Total' as breakdown,
    count(*) filter (where engaged >= 3) as numerator,
    count(*) filter (where eligible >= 3) as denominator
from context_year
group by all;
