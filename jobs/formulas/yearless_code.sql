-- An activity code without the year that networks put into it: NCP22-01 becomes NCP-01.
create or replace macro yearless_code(activity) as
    regexp_replace(activity, '^([A-Za-z]+)[0-9]{2}-', '\1-');
