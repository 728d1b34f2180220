-- title:        Acceptability score
-- question:     How acceptable do respondents find the activity?
-- numerator:    none
-- denominator:  none
-- unit:         score
-- higher is:    better
-- outcome:      acceptability
-- also:         none
-- construct:    acceptability
-- notes:        From 1 to 5: a respondent's mean of the four AIM items, if at least three are answered; then the mean
--               of a school's respondents; then the mean of the schools, each counting once. A response that names no
--               school stands for itself. n is the number of respondents. The measure has no pass mark.
-- why:          One question says whether people are content; a measure of four says how agreeable the offer itself is.
-- source:       Weiner et al. (2017); satisfaction surveys
-- counts:       respondents
-- interval:     t
-- levels:       hub network
-- breakdowns:   Total
-- returns:      survey_response
-- years:        this
-- reviewed:     2026-11-23
-- version:      1

with answer as (
    select
        figure_hub.network,
        figure_hub.hub,
        response.time_period,
        response.claim,
        response.row_number,
        response.cluster,
        response.lineage,
        item_twelfths(response.aim1, response.aim2, response.aim3, response.aim4) as twelfths
    from response
    join figure_hub on figure_hub.member = response.hub
),
unit as (
    select
        *,
        'Total' as education_phase,
        'Total' as breakdown,
        1 as n
    from answer
    where twelfths is not null
),
school as (
    select
        network,
        hub,
        time_period,
        cluster,
        lineage,
        sum(n) as n,
        sum(twelfths) / (12.0::double * sum(n)) as mean
    from unit
    group by all
),
hub_mean as (
    select
        network,
        hub,
        time_period,
        sum(n) as n,
        count(lineage) as schools,
        list(mean order by mean) as means
    from school
    group by all
),
centred as (
    select
        *,
        mean_of_means(means) as centre
    from hub_mean
)
select
    network,
    hub,
    time_period,
    'Total' as education_phase,
    'Total' as breakdown,
    n,
    centre as value,
    centre - mean_of_means_half_width(means, centre) as value_lower_ci,
    centre + mean_of_means_half_width(means, centre) as value_upper_ci,
    schools
from centred;
