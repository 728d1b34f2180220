-- The control limits of a funnel plot around the share p0 for n cases; z is 1.959963984540054 for 95%,
-- 3.090232306167813 for 99.8%. Spiegelhalter, D. J. (2005), Statistics in Medicine 24, 1185-1202.
create or replace macro funnel_lower(p0, n, z) as
    case
        when n > 0 and p0 between 0 and 1 then p0 - z * sqrt(p0 * (1 - p0) / n::double)
    end;

create or replace macro funnel_upper(p0, n, z) as
    case
        when n > 0 and p0 between 0 and 1 then p0 + z * sqrt(p0 * (1 - p0) / n::double)
    end;
