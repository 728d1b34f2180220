-- Cohen's kappa of two coders who each say yes or no to the same items: the agreement beyond chance. yes: both say
-- yes; first_only and second_only: one of them says yes; no: both say no. Null if both say the same for every item,
-- so that chance alone gives full agreement.
-- Cohen, J. (1960), Educational and Psychological Measurement 20, 37-46.
create or replace macro kappa_observed(yes, first_only, second_only, no) as
    (yes + no) / nullif((yes + first_only + second_only + no)::double, 0);

create or replace macro kappa_by_chance(yes, first_only, second_only, no) as
    ((yes + first_only) * (yes + second_only) + (no + first_only) * (no + second_only))
        / nullif(((yes + first_only + second_only + no) ** 2)::double, 0);

create or replace macro cohen_kappa(yes, first_only, second_only, no) as
    (kappa_observed(yes, first_only, second_only, no) - kappa_by_chance(yes, first_only, second_only, no))
        / nullif(1 - kappa_by_chance(yes, first_only, second_only, no), 0);
