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
