-- The step that a participant reached: 3 completed (recorded, or at least three quarters of the sessions offered), 2
-- attended at least once, 1 enrolled.
create or replace macro rung(status, offered, attended) as
    case
        when status = 'Completed' then 3
        when offered > 0 and attended * 4 >= offered * 3 then 3
        when attended >= 1 then 2
        when status in ('Attended', 'Attending') then 2
        else 1
    end;
