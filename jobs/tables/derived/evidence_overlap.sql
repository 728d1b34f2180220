-- One row per (network, hub, time_period, passage_order): a paragraph, with the list or small table below it, of an
-- evaluator's summary that states a number of schools and their places at several stages: the difference between the
-- two, and the minimum number of schools that must then hold more than one place. A school can hold one place at
-- each stage, so it explains at most all stages but one.
create or replace table evidence_overlap as
with summed as (
    select
        network,
        hub,
        time_period,
        passage_order,
        min(sentence_order) as sentence_order,
        arg_min(sentence, sentence_order) as sentence,
        max(number) filter (where counts = 'schools' and claim_name = 'schools_active') as schools,
        sum(number) filter (where counts = 'places')::integer as places,
        count(distinct quantity) filter (where counts = 'places') as stages,
        string_agg(number::varchar, ' + ' order by stage_rank(quantity)) filter (where counts = 'places') as sum
    from evidence_statement
    where not is_unclear
    group by all
)
select
    *,
    ceil((places - schools) / greatest(stages - 1, 1))::integer as least
from summed
where
    schools is not null
    and stages > 1;
