-- One row per submission that was read: a digest of what its receipt says, so that it is written anew when that changes,
-- be it by a correction of its own, by a later submission, by a new register or by a note.
create or replace view receipt_state as
with found as (
    select
        submission,
        sum(hash(sheet, cell, row_number, rule, severity, field, found, message, row_key)) as said
    from finding
    group by submission
),
claimed as (
    select
        submission,
        sum(hash(claim, in_force)) as said
    from claim
    group by submission
),
explained as (
    select
        submission,
        sum(hash(claim, rule, field, row_key, row_number, note)) as said
    from explained_finding
    group by submission
)
select
    submission.submission,
    md5(concat_ws('|', submission.status, found.said, 'claims', claimed.said, 'notes', explained.said)) as digest
from submission
left join found using (submission)
left join claimed using (submission)
left join explained using (submission)
where submission.status <> 'received';
