-- title:        Appropriateness score
-- question:     How well do respondents think the activity fits their school?
-- numerator:    none
-- denominator:  none
-- unit:         score
-- higher is:    better
-- outcome:      acceptability
-- also:         replicability
-- construct:    appropriateness
-- notes:        From 1 to 5. A respondent's score is the mean of the four IAM items, if at least three are answered.
--               The value is the mean of the school means, so each school counts once. A response that names no school
--               counts as a school of its own. n is the number of respondents. The measure has no pass mark.
-- why:          Schools may like an activity that does not suit them. They are more likely to take up what they think
--               fits.
-- source:       Weiner et al. (2017); satisfaction surveys
-- counts:       respondents
-- interval:     t
-- levels:       hub network
-- breakdowns:   Total
-- returns:      survey_response
-- years:        this
-- reviewed:     2026-11-29
-- version:      2

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
        item_twelfths(response.iam1, response.iam2, response.iam3, response.iam4) as twelfths,
        1 as n
    from response
    join figure_hub
        on figure_hub.member = response.hub
        and figure_hub.time_period = response.time_period
    where twelfths is not null
)
select
    * exclude (means),
    len(means) as groups,
    value - mean_of_means_half_width(means, value) as value_lower_ci,
    value + mean_of_means_half_width(means, value) as value_upper_ci,
    rounded_value(value, 2) as public_value,
    rounded_value(value_lower_ci, 2) as public_lower_ci,
    rounded_value(value_upper_ci, 2) as public_upper_ci,
    []::bigint[] as public_counts
from (
    select
        *,
        mean_of_means(means) as value
    from school_means(unit)
);
