-- One row per (submission, hub, time_period): a submission since the last published nightly run, with a hub and
-- academic year that it is for, and its result. A list that belongs to no hub has one row.
create or replace table night_file as
with told as (
    select coalesce(max(last_submission), 0) as last_submission
    from night_watermark
),
rows_of as (
    select
        submission,
        sum(rows_read)::bigint as rows_read,
        sum(accepted)::bigint as accepted,
        sum(left_out)::bigint as left_out,
        sum(duplicate)::bigint as duplicate,
        sum(aside)::bigint as aside
    from submitted_sheet
    group by submission
),
queries as (
    select
        submission,
        count(*) filter (where severity = 'error') as errors,
        count(*) filter (where severity = 'query') as queries
    from finding
    group by submission
),
whose as (
    select distinct
        submission,
        hub,
        time_period
    from claim
)
select
    submission.submission,
    submission.file_name,
    submission.status,
    whose.hub,
    whose.time_period,
    coalesce(rows_of.rows_read, 0) as rows_read,
    coalesce(rows_of.accepted, 0) as accepted,
    coalesce(rows_of.left_out, 0) as left_out,
    coalesce(rows_of.duplicate, 0) as duplicate,
    coalesce(rows_of.aside, 0) as aside,
    coalesce(queries.errors, 0) as errors,
    coalesce(queries.queries, 0) as queries
from submission
cross join told
left join whose using (submission)
left join rows_of using (submission)
left join queries using (submission)
where submission.submission > told.last_submission
order by all;
