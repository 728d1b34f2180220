-- One row per (network, hub, time_period, meeting_order): an activity of an evaluator's data collection, in the
-- order of the summary; held is the date as written: a day, a month or a range.
create or replace table evidence_meeting as
select
    hub_year.network,
    hub_year.hub,
    hub_year.time_period,
    row_number() over (
        partition by hub_year.hub, hub_year.time_period
        order by evaluation_meeting.row_number
    ) as meeting_order,
    (
        select string_agg(
            array_to_string(
                list_transform(
                    string_split(dates, '/'),
                    lambda day_or_month: case
                        when length(day_or_month) = 7 then coalesce(strftime(try_cast(day_or_month || '-01' as date), '%B %Y'), day_or_month)
                        else coalesce(strftime(try_cast(day_or_month as date), '%-d %B %Y'), day_or_month)
                    end
                ),
                ' to '
            ),
            ', '
            order by dates
        )
        from unnest(string_split(evaluation_meeting.held, ', ')) as held (dates)
    ) as held,
    evaluation_meeting.activity,
    evaluation_meeting.participants,
    evaluation_meeting.methods
from evaluation_meeting
join claim_in_force using (claim)
join hub_year
    on hub_year.hub = claim_in_force.hub
    and hub_year.time_period = claim_in_force.time_period;
