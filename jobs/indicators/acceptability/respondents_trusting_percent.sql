-- title:        Respondents who trust the hub
-- question:     What share of the respondents trusts the hub for advice?
-- numerator:    answers in the two most positive options of the trust item
-- denominator:  valid answers to the trust item
-- unit:         percent
-- higher is:    better
-- outcome:      acceptability
-- also:         sustainability
-- construct:    credibility
-- notes:        Answers from one school tend to be alike, so the limits allow for clustering by school. Only
--               participants are asked, so the views of other schools are not known.
-- why:          Schools act on the advice of people they trust, so a network depends on trust.
-- source:       Proctor et al. (2011); satisfaction surveys
-- counts:       respondents
-- interval:     wilson_deff
-- levels:       hub network
-- breakdowns:   Total
-- returns:      survey_response
-- years:        this
-- reviewed:     2026-11-29
-- version:      3

with unit as (
    select
        figure_hub.network,
        figure_hub.hub,
        response.time_period,
        'Total' as education_phase,
        'Total' as breakdown,
        response.claim,
        response.row_number,
        response.cluster,
        response.lineage,
        (response.trust >= 4)::integer as numerator,
        1 as denominator
    from response
    join figure_hub
        on figure_hub.member = response.hub
        and figure_hub.time_period = response.time_period
    where response.trust is not null
)
select
    *
from respondent_share(unit);
