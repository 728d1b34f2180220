-- The academic year in which a school is expected back, from the wording in a return: "2023/24", "September 2023",
-- "Easter 2024", "2023". A month from January to August, a term in that time, or a year alone after "summer",
-- "spring" or "easter", belongs to the academic year that began the year before. Null if no year is named.
create or replace macro expected_period(written) as
    case
        when regexp_matches(written, '20[0-9]{2} ?[/–-] ?(20)?[0-9]{2}')
            then regexp_extract(written, '(20[0-9]{2}) ?[/–-]', 1)::integer * 100
                + (regexp_extract(written, '(20[0-9]{2}) ?[/–-]', 1)::integer + 1) % 100
        when regexp_matches(written, '20[0-9]{2}')
            then (
                list_last(regexp_extract_all(written, '20[0-9]{2}'))::integer
                - regexp_matches(lower(written), 'jan|feb|mar|apr|may|jun|jul|aug|spring|summer|easter')::integer
            ) * 100 + (
                list_last(regexp_extract_all(written, '20[0-9]{2}'))::integer
                - regexp_matches(lower(written), 'jan|feb|mar|apr|may|jun|jul|aug|spring|summer|easter')::integer
                + 1
            ) % 100
    end;
