-- How numbers are written in published files: a count without a point where it is whole, every other number with six
-- decimals and never an exponent, and the symbol where there is no number.
create or replace macro printed_count(number, symbol) as
    case
        when symbol is not null then symbol
        when number = floor(number) then number::bigint::varchar
        else format('{:.6f}', number::double)
    end;

create or replace macro printed_value(number, symbol) as
    coalesce(symbol, format('{:.6f}', number::double));

-- A text that a spreadsheet program would take for a formula gets an apostrophe, as in every CSV of the engine; a figure
-- is one whatever its sign, and stays.
create or replace macro printed_text(given) as
    case
        when
            regexp_matches(given, '^''*[=+\-@\t\r\n＝＋－＠]')
            and not regexp_full_match(given, '[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?')
        then '''' || given
        else given
    end;
