-- One row per (hub, return_name, headings, field): an arrangement of headings that a hub has confirmed, and the
-- heading that is read as each field. It is known until it, or the submission that confirmed it, is withdrawn. The
-- latest counts. layout is its number.
create or replace view known_layout as
with confirmed as (
    select layout.*, submission.file_name, submission.taken_on
    from layout
    join submission on submission.submission = layout.confirmed_by
    where
        submission.status in ('accepted', 'partial')
        and layout.sheet not in (select sheet from layout_withdrawal)
    qualify row_number() over (partition by hub, return_name, headings order by confirmed_by desc, sheet desc) = 1
)
select
    confirmed.sheet as layout,
    confirmed.hub,
    confirmed.return_name,
    confirmed.headings,
    layout_column.field,
    layout_column.heading,
    confirmed.confirmed_by,
    confirmed.file_name,
    confirmed.taken_on
from confirmed
join layout_column using (sheet);
