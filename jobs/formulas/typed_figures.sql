-- Published figures with their numbers as numbers; null if there is a symbol. The argument is the table of a file of
-- figures.
create or replace macro typed_figures(figures) as table
    select
        * replace (
            try_cast(numerator as double) as numerator,
            try_cast(denominator as double) as denominator,
            try_cast(n as double) as n,
            try_cast(value as double) as value,
            try_cast(value_lower_ci as double) as value_lower_ci,
            try_cast(value_upper_ci as double) as value_upper_ci,
            try_cast(change as double) as change,
            try_cast(change_lower_ci as double) as change_lower_ci,
            try_cast(change_upper_ci as double) as change_upper_ci,
            try_cast(change_hubs as bigint) as change_hubs,
            try_cast(hubs_contributing as bigint) as hubs_contributing,
            try_cast(hubs_open as bigint) as hubs_open,
            try_cast(coverage_percent as double) as coverage_percent
        )
    from query_table(figures);
