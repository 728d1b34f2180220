-- The mean of a list of group means, and half the width of its 95% limits by Student's t for a given mean. The groups
-- are the sample, however many people answered in each. One group has no limits.
-- The list is added in order of value, so that the order of the rows does not matter. The mean is a parameter because
-- it would otherwise be recomputed for each value in the list.
create or replace macro mean_of_means(means) as
    list_sum(list_sort(means)::double[]) / nullif(len(means), 0);

create or replace macro mean_of_means_half_width(means, centre) as
    critical_t(len(means) - 1)
        * sqrt(
            list_sum([pow(mean::double - centre, 2) for mean in list_sort(means)])
                / nullif(len(means) - 1, 0) / len(means)
        );
