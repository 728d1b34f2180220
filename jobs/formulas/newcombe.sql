-- The 95% limits of the difference p1 - p2 of two shares (0 to 1), from the limits of each and their correlation phi,
-- which is 0 for independent shares. Newcombe, R. G. (1998), Statistics in Medicine 17, 873-890 (independent shares,
-- method 10) and 2635-2650 (paired shares, method 10).
create or replace macro newcombe_lower(p1, lower1, p2, upper2, phi) as
    p1 - p2 - sqrt(greatest(
        0.0::double,
        pow(p1 - lower1, 2) - 2 * phi * (p1 - lower1) * (upper2 - p2) + pow(upper2 - p2, 2)
    ));

create or replace macro newcombe_upper(p1, upper1, p2, lower2, phi) as
    p1 - p2 + sqrt(greatest(
        0.0::double,
        pow(upper1 - p1, 2) - 2 * phi * (upper1 - p1) * (p2 - lower2) + pow(p2 - lower2, 2)
    ));

-- The correlation phi of a two-by-two table of pairs, with Newcombe's continuity correction; 0 if it is not defined.
create or replace macro newcombe_phi(in_both, in_first, in_second, in_neither) as
    case
        when
            (in_both + in_first) * (in_second + in_neither) * (in_both + in_second) * (in_first + in_neither) > 0
        then
            case
                when in_both * in_neither > in_first * in_second
                then greatest(
                    in_both::double * in_neither - in_first::double * in_second
                        - (in_both + in_first + in_second + in_neither) / 2.0::double,
                    0.0::double
                )
                else in_both::double * in_neither - in_first::double * in_second
            end
            / sqrt(
                (in_both + in_first)::double
                    * (in_second + in_neither)
                    * (in_both + in_second)
                    * (in_first + in_neither)
            )
        else 0.0::double
    end;
