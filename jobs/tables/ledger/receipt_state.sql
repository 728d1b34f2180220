-- One row per (submission): a submission that was read, with a digest of the content of its receipt. The receipt is
-- written again when that changes: by a correction, a later submission, a new register, a note, or another return of
-- its hub.
create or replace view receipt_state as
with found as (
    select
        submission,
        sum(
            hash(sheet, cell, row_number, rule, severity, field, value, found, accepted, action, words, row_key)
        ) as said
    from finding
    group by submission
),
claimed as (
    select
        submission,
        sum(hash(claim, in_force, accepted, replaced_by)) as said
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
-- What a claim replaced, and what replaced a part of it.
beside as (
    select
        replacer.submission,
        sum(hash(claim.claim, claim.replaced_by)) as said
    from claim
    join claim as replacer on replacer.claim = claim.replaced_by
    group by replacer.submission
),
divided as (
    select
        claim.submission,
        sum(hash(part, claim_part.claim, claim_part.replaced_by, claim_part.accepted)) as said
    from claim_part
    join claim on claim.claim in (claim_part.claim, claim_part.replaced_by)
    group by claim.submission
),
year as (
    select
        of_hub.submission,
        sum(hash(in_force_total.return_name, hub, time_period, rows, schools, memberships, places)) as said
    from in_force_total
    join (select distinct submission, return_name, hub, time_period from claim) as of_hub
        using (return_name, hub, time_period)
    group by of_hub.submission
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
        'parts',
        divided.said,
        'year',
        year.said,
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
left join divided using (submission)
left join year using (submission)
left join counted using (submission)
left join stated using (submission)
where submission.status <> 'received';
