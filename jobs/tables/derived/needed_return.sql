-- One row per (indicator, return_name): a return that an indicator needs. need names the combination of returns and
-- years, which several indicators may share. A view, because returns and years come from the heading.
create or replace view needed_return as
select
    indicator,
    returns || '; ' || years as need,
    years,
    unnest(string_split(returns, ', ')) as return_name
from definition;
