-- A number of people as printed in a report: above the level of the hub (is_above), 1 to 4 people are hidden (c).
create or replace macro shown_people(people, is_above) as
    case when is_above and people between 1 and 4 then 'c' else people::varchar end;
