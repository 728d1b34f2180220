-- The group of a reason for pausing or leaving, from the wording in a return: the first group with a matching word.
create or replace macro reason_group(reason) as
    case
        when trim(coalesce(reason, '')) = '' then 'No reason given'
        when regexp_matches(lower(reason), 'absen|\bsick|\bill(ness)?\b|maternity|paternity|leave of') then 'Long-term absence'
        when regexp_matches(lower(reason), 'turnover|new (staff|teacher|lead|head)|staff(ing)? (change|move|left|leav)|(lead|teacher|head|staff|specialist)s? (has |have )?(left|leav|moved)|recruit|vacan')
            then 'Staff turnover'
        when regexp_matches(lower(reason), 'capacity|workload|time|cover|release') then 'Time and workload'
        when regexp_matches(lower(reason), 'budget|fund|cost|financ|money') then 'Budget'
        when regexp_matches(lower(reason), 'ofsted|inspect') then 'Inspection'
        when regexp_matches(lower(reason), 'academis|academiz|convert|conversion|merg|amalgam|clos|restructur|reorganis|trust') then 'Reorganisation'
        when regexp_matches(lower(reason), 'priorit|focus|other (programme|project|support)|curriculum') then 'Other priorities'
        else 'Other reason'
    end;
