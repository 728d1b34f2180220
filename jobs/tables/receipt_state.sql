-- One row per submission that was read: a digest of what its receipt says, so that it is written anew when that changes,
-- be it by a correction of its own, by a later submission, by a new register, by a note, or by another return of its hub.
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
    from noted_finding
    where note is not null
    group by submission
),
-- Whose place a claim took, and who took its own, changes with them.
beside as (
    select
        mine.submission,
        sum(hash(mine.claim, other.claim)) as said
    from claim as mine
    join claim as other
        on other.return_name = mine.return_name
        and other.hub is not distinct from mine.hub
        and other.time_period is not distinct from mine.time_period
        and other.submission <> mine.submission
    join submitted_sheet on submitted_sheet.sheet = other.sheet and submitted_sheet.status = 'accepted'
    join submission on submission.submission = other.submission and submission.status in ('accepted', 'partial')
    group by mine.submission
),
counted as (
    select
        claim.submission,
        sum(hash(claim, schools, memberships, places)) as said
    from claim_total
    join claim using (claim)
    group by claim.submission
),
stated as (
    select
        of_hub.submission,
        sum(hash(stated_quantity.hub, time_period, quantity, stated, computed)) as said
    from stated_quantity
    join (select distinct submission, hub, time_period from claim where in_force) as of_hub using (hub, time_period)
    where stated is not null
    group by of_hub.submission
)
select
    submission.submission,
    md5(concat_ws(
        '|',
        submission.status,
        found.said,
        'claims',
        claimed.said,
        'notes',
        explained.said,
        'beside',
        beside.said,
        'totals',
        counted.said,
        'stated',
        stated.said
    )) as digest
from submission
left join found using (submission)
left join claimed using (submission)
left join explained using (submission)
left join beside using (submission)
left join counted using (submission)
left join stated using (submission)
where submission.status <> 'received';
