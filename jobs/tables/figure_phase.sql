-- One row per phase of a school and figure that it counts in: its own, and the Total.
create or replace table figure_phase as
select
    member,
    education_phase
from (
    values
        ('Primary', 'Primary'),
        ('Secondary', 'Secondary'),
        ('Post-16', 'Post-16'),
        ('Other', 'Other'),
        ('Primary', 'Total'),
        ('Secondary', 'Total'),
        ('Post-16', 'Total'),
        ('Other', 'Total')
) as phase (member, education_phase);
