-- One row per (series): a series that counts last year's schools or people again, with the series that counted them
-- last year.
create or replace table last_year_series as
select
    series,
    last_series
from (
    values
        ('schools_retained_percent, Total, denominator', 'schools_engaged_percent, Total, numerator'),
        ('schools_reengaged_percent, Total, denominator', 'schools_engaged_percent, Total, numerator'),
        ('leads_retained_percent, Total, denominator', 'leads_per_100_schools, Total, numerator'),
        ('schools_engaged_percent, Enrolled, last of both', 'schools_engaged_percent, Enrolled, numerator'),
        ('schools_engaged_percent, Total, last of both', 'schools_engaged_percent, Total, numerator'),
        ('schools_engaged_percent, Completed, last of both', 'schools_engaged_percent, Completed, numerator'),
        ('pathway_schools_percent, Total, last of both', 'pathway_schools_percent, Total, numerator')
) as pairs (series, last_series);
