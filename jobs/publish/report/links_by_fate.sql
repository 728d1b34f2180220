-- One row per (fate): how many links between schools were followed, and how many were not, by the reason.
create or replace table links_by_fate as
select
    fate,
    count(*) as links
from link_fate
group by fate
order by fate;
