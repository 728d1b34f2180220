-- The mean of a list of group means and, given that mean, half the width of its 95% limits by Student's t: groups are
-- what was sampled, however many answered in each. One group has no limits.
-- The list is summed in the order of its values: the same figures whatever the order of the rows. The mean is given
-- and not worked out again, for within the list that would be done for each of its values.
create or replace macro mean_of_means(means) as
    list_sum(list_sort(means)::double[]) / nullif(len(means), 0);

create or replace macro mean_of_means_half_width(means, centre) as
    critical_t(len(means) - 1)
        * sqrt(
            list_sum([pow(mean::double - centre, 2) for mean in list_sort(means)])
                / nullif(len(means) - 1, 0) / len(means)
        );
