-- One row per (network, hub, time_period, source, first_coder, second_coder): two coders of one source: how many
-- mechanisms of the list were coded by both, by one or by neither, and Cohen's kappa over the whole list. Null if
-- both said the same for every mechanism.
create or replace table coder_agreement as
with coded as (
    select
        network,
        hub,
        time_period,
        source,
        coder,
        list(distinct code order by code) as codes
    from mechanism_coded
    where
        source is not null
        and coder is not null
    group by all
),
compared as (
    select
        first.network,
        first.hub,
        first.time_period,
        first.source,
        first.coder as first_coder,
        second.coder as second_coder,
        len(list_intersect(first.codes, second.codes)) as coded_by_both,
        len(first.codes) - len(list_intersect(first.codes, second.codes)) as by_first_only,
        len(second.codes) - len(list_intersect(first.codes, second.codes)) as by_second_only,
        (select count(*) from mechanism_kind) as mechanisms
    from coded as first
    join coded as second
        on second.network = first.network
        and second.hub = first.hub
        and second.time_period = first.time_period
        and second.source = first.source
        and second.coder > first.coder
)
select
    network,
    hub,
    time_period,
    source,
    first_coder,
    second_coder,
    coded_by_both,
    by_first_only,
    by_second_only,
    mechanisms - coded_by_both - by_first_only - by_second_only as by_neither,
    round(
        cohen_kappa(
            coded_by_both,
            by_first_only,
            by_second_only,
            mechanisms - coded_by_both - by_first_only - by_second_only
        ),
        6
    ) as kappa,
    coalesce(format('{:.2f}', kappa), 'x') as shown
from compared
order by
    network,
    hub,
    time_period,
    source,
    first_coder,
    second_coder;
