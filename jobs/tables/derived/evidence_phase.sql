-- One row per (hub, time_period): the phase that an evaluator's summary is about, by its strategic goal; Total if it
-- names none, or more than one.
create or replace table evidence_phase as
with named as (
    select
        hub,
        time_period,
        regexp_matches(coalesce(strategic_goal, ''), '(?i)\b(secondary|key stages? [34]|ks ?[34]|gcses?|11 ?[-–] ?1[68])\b') as is_secondary,
        regexp_matches(coalesce(strategic_goal, ''), '(?i)\b(primary|early years|eyfs|reception|key stages? [12]|ks ?[12]|infants?|juniors?)\b')
            as is_primary,
        regexp_matches(coalesce(strategic_goal, ''), '(?i)\b(post[- –]?16|16 ?(?:[-–]|to) ?1[89]|(?:sixth|6th)[- ]form|a[- ]levels?|level 3|key stage 5|ks ?5|core maths)\b') as is_post_16
    from evaluator_evidence
    semi join claim_in_force using (claim)
)
select
    hub,
    time_period,
    case
        when bool_or(is_secondary::integer + is_primary::integer + is_post_16::integer <> 1) then 'Total'
        when bool_or(is_secondary) then 'Secondary'
        when bool_or(is_primary) then 'Primary'
        else 'Post-16'
    end as education_phase
from named
group by all;
