-- One row per (member, education_phase): a school's phase and a figure that includes it: its own phase, and Total.
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
