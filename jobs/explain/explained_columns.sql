-- One row per (sheet): the letters of the first and the last column that a sheet was read from.
create or replace temp table explained_columns as
select
    sheet,
    first(letter order by len(letter), letter) as first_letter,
    last(letter order by len(letter), letter) as last_letter
from sheet_column
group by sheet;
