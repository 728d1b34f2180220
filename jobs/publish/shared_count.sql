-- One row per part of a figure that is the same count as a part of another, in one breakdown or (null) in all: a part
-- that is not here is a count of its own. A part that is no count of schools itself but stands on one, as pupils do on
-- the schools that they go to, is hidden with it.
create or replace table shared_count as
select
    indicator,
    breakdown,
    part,
    count_name,
    is_the_count
from (
    values
        ('schools_engaged_percent', 'Enrolled', 'numerator', 'enrolled', true),
        ('schools_engaged_percent', 'Total', 'numerator', 'engaged', true),
        ('schools_engaged_percent', 'Completed', 'numerator', 'completed', true),
        ('schools_engaged_percent', null, 'denominator', 'eligible', true),
        ('schools_engaged_cumulative_percent', null, 'numerator', 'ever engaged', true),
        ('schools_engaged_cumulative_percent', null, 'denominator', 'eligible', true),
        ('pathway_schools_percent', null, 'numerator', 'on the pathway', true),
        ('pathway_schools_percent', null, 'denominator', 'eligible', true),
        ('pupils_reached_percent', null, 'numerator', 'engaged', false),
        ('pupils_reached_percent', null, 'denominator', 'eligible', false),
        ('participants_per_school', null, 'numerator', 'engaged', false),
        ('participants_per_school', null, 'numerator', 'participants in engaged schools', true),
        ('participants_per_school', null, 'denominator', 'engaged', true),
        ('representativeness_index', null, 'n', 'engaged', true),
        ('context_diversity_ratio', null, 'n', 'engaged', true),
        ('long_engaged_schools_percent', null, 'denominator', 'engaged', true),
        ('single_advocate_percent', null, 'denominator', 'engaged', true),
        ('lineage_matched_percent', null, 'denominator', 'engaged', true),
        ('schools_retained_percent', null, 'denominator', 'engaged before and still here', true),
        ('schools_reengaged_percent', null, 'denominator', 'engaged before and still here', true)
) as shared (indicator, breakdown, part, count_name, is_the_count);
