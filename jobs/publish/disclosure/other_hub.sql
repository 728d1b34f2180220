-- One row per (hub): the codes, names and aliases of all other hubs, longest first, for the sentences of its report:
-- each as plain words, to find the few that a sentence names, and as a pattern that finds their places. Left out are
-- names that the hub's own names contain, and single letters and numbers, which are not names in a text.
create or replace table other_hub as
with mark as (
    select
        hub,
        trim(unnest(list_concat([hub, hub_name], string_split(coalesce(aliases, ''), ';')))) as mark
    from hub
),
word as (
    select
        hub.hub,
        mark.mark,
        -- Several words may be in any case and spacing; a single word only in its own case or in capitals.
        case
            when mark.mark similar to '.*[^\pL\pN].*'
            then '(?i:' || regexp_replace(regexp_escape(mark.mark), '(\\?[^\pL\pN\\])+', '[^\\pL\\pN]+', 'g') || ')'
            else regexp_escape(mark.mark) || '|' || regexp_escape(upper(mark.mark))
        end as pattern
    from hub
    join mark on mark.hub <> hub.hub
    anti join mark as own
        on own.hub = hub.hub
        and contains(lower(own.mark), lower(mark.mark))
    where
        length(mark.mark) > 1
        and not regexp_full_match(mark.mark, '[0-9.,]+')
)
select
    hub,
    list({'plain': plain_words(mark), 'pattern': pattern} order by length(mark) desc, mark) as names
from word
group by hub;
