-- title:        Respondents satisfied
-- question:     What share of the respondents was satisfied overall?
-- numerator:    answers in the two most positive options of the overall item
-- denominator:  valid answers to the overall item
-- unit:         percent
-- higher is:    better
-- outcome:      acceptability
-- also:         none
-- construct:    acceptability
-- notes:        Answers from one school tend to be alike, so the limits allow for clustering by school. Respondents are
--               not a random sample of participants. Blank answers are not counted.
-- why:          Satisfaction with the activity as a whole is the most direct measure of acceptability.
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
        (response.overall >= 4)::integer as numerator,
        1 as denominator
    from response
    join figure_hub
        on figure_hub.member = response.hub
        and figure_hub.time_period = response.time_period
    where response.overall is not null
)
select
    *
from respondent_share(unit);
