-- Whether a figure is suppressed in the restricted profile: fewer than 10 respondents or fewer than 3 schools answered,
-- or 1 to 4 people are counted.
create or replace macro is_hidden_count(counts, numerator, n, schools) as
    case
        when counts = 'respondents' then n > 0 and (n < 10 or schools < 3)
        when counts = 'people' then n between 1 and 4
        -- There are at least as many people as schools, so with so few people the number of schools reveals almost
        -- everything.
        when counts = 'people per school' then numerator between 1 and 4
        else false
    end;
