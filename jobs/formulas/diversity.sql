-- The Shannon index of shares that add up to 1. Shannon, C. E. (1948), Bell System Technical Journal 27, 379-423.
-- Shares are added in order of size, so that the order of the rows does not matter.
create or replace macro diversity(shares) as
    abs(list_sum([share::double * ln(share::double) for share in list_sort(shares)]));
