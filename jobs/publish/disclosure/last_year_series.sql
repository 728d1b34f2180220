-- One row per (series): a series, the series of the year before that it is compared with, and what is known about
-- the two: that the one counts schools or people of the other again, or how schools continue.
create or replace table last_year_series as
select
    relation,
    series,
    last_series
from (
    values
        ('again', 'schools_retained_percent, Total, denominator', 'schools_engaged_percent, Total, numerator'),
        ('again', 'schools_reengaged_percent, Total, denominator', 'schools_engaged_percent, Total, numerator'),
        ('again', 'leads_retained_percent, Total, denominator', 'leads_per_100_schools, Total, numerator'),
        ('again', 'schools_engaged_percent, Enrolled, last of both', 'schools_engaged_percent, Enrolled, numerator'),
        ('again', 'schools_engaged_percent, Total, last of both', 'schools_engaged_percent, Total, numerator'),
        ('again', 'schools_engaged_percent, Completed, last of both', 'schools_engaged_percent, Completed, numerator'),
        ('again', 'pathway_schools_percent, Total, last of both', 'pathway_schools_percent, Total, numerator'),
        ('developing', 'stage_progressed_percent, Total, denominator', 'pathway_schools_percent, Total, numerator'),
        ('ever', 'schools_engaged_cumulative_percent, Total, numerator', 'schools_engaged_cumulative_percent, Total, numerator'),
        ('engaged', 'schools_engaged_percent, Total, numerator', 'schools_engaged_percent, Total, numerator')
) as pairs (relation, series, last_series);
