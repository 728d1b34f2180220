-- The format of numbers in published files: whole counts without decimals, all other numbers with six decimals and no
-- exponent, or a symbol if there is no number.
create or replace macro printed_count(number, symbol) as
    case
        when symbol is not null then symbol
        when number = floor(number) then number::bigint::varchar
        else format('{:.6f}', number::double)
    end;

create or replace macro printed_value(number, symbol) as
    coalesce(symbol, format('{:.6f}', number::double));

-- A text that a spreadsheet program would run as a formula gets an apostrophe, as in every CSV file of the program.
-- Numbers, even negative ones, do not.
create or replace macro printed_text(given) as
    case
        when
            regexp_matches(given, '^''*[=+\-@\t\r\n＝＋－＠]')
            and not regexp_full_match(given, '[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?')
        then '''' || given
        else given
    end;
