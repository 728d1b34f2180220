package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Laws that hold for any figures (bounds, symmetry, direction, independence of order), and two more published
/// tables.
class StatisticsLawsTest {

    private static Workbench workbench;

    @BeforeAll
    static void open() throws SQLException {
        workbench = new Workbench(Catalogue.packaged());
    }

    @AfterAll
    static void close() throws SQLException {
        workbench.close();
    }

    // Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilsonIsThatOfNewcombesTable(int x, int n, double lower, double upper) throws SQLException {
        assertThat(number("wilson_lower(" + x + ", " + n + ")")).isCloseTo(lower, within(0.00005));
        assertThat(number("wilson_upper(" + x + ", " + n + ")")).isCloseTo(upper, within(0.00005));
    }

    // Remission under 6-MP of 21 children: Freireich et al. (1963), as computed by Kalbfleisch and Prentice (1980).
    @ParameterizedTest
    @CsvSource({
        "1, 0.857, 0.0764",
        "2, 0.807, 0.0869",
        "3, 0.753, 0.0963",
        "4, 0.690, 0.1068",
        "5, 0.627, 0.1141",
        "6, 0.538, 0.1282",
        "7, 0.448, 0.1346"
    })
    void survivalIsThatOfFreireichsTrial(int steps, double share, double error) throws SQLException {
        String life = "[{'at_risk': 21, 'events': 3}, {'at_risk': 17, 'events': 1}, {'at_risk': 15, 'events': 1}, "
                + "{'at_risk': 12, 'events': 1}, {'at_risk': 11, 'events': 1}, {'at_risk': 7, 'events': 1}, "
                + "{'at_risk': 6, 'events': 1}][1:" + steps + "]";
        double survived = number("kaplan_meier(" + life + ")");
        assertThat(survived).isCloseTo(share, within(0.0006));
        assertThat(survived * Math.sqrt(number("greenwood(" + life + ")"))).isCloseTo(error, within(0.0001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Wilson: x hits and x misses are mirror images; more hits raise both limits; more cases narrow
                // them.
                "abs(wilson_lower(x, n) - (1 - wilson_upper(n - x, n))) < 1e-12",
                "x = n or wilson_lower(x, n) < wilson_lower(x + 1, n) and wilson_upper(x, n) < wilson_upper(x + 1, n)",
                "wilson_upper(2 * x, 2 * n) - wilson_lower(2 * x, 2 * n) < wilson_upper(x, n) - wilson_lower(x, n)",
                // With fewer effective cases the limits are wider, and never narrower than with all.
                "wilson_upper(x / 1.7, n / 1.7) >= wilson_upper(x, n) - 1e-12",
                "wilson_lower(x / 1.7, n / 1.7) <= wilson_lower(x, n) + 1e-12",
                // Net promoter score: within -100 and 100; if promoters and detractors are exchanged, it changes
                // its sign.
                "net_promoter_score(x, n - x, n) between -100 and 100",
                "net_promoter_score(x, n - x, n) = -net_promoter_score(n - x, x, n)",
                "net_promoter_half_width(x, n - x, n) = net_promoter_half_width(n - x, x, n)",
                "net_promoter_half_width(2 * x, 2 * (n - x), 2 * n) <= net_promoter_half_width(x, n - x, n)",
                // Katz: the ratio is between its limits; inverted, the limits change places.
                "x = 0 or katz_lower(x, n, 3, 9) <= katz_ratio(x, n, 3, 9) + 1e-12",
                "x = 0 or katz_upper(x, n, 3, 9) >= katz_ratio(x, n, 3, 9) - 1e-12",
                "x = 0 or abs(katz_lower(x, n, 3, 9) * katz_upper(3, 9, x, n) - 1) < 1e-9",
                // The funnel: mirror images about its middle; it narrows with cases and widens with dispersion.
                "abs(funnel_upper(x / n, n, 3) - (1 - funnel_lower(1 - x / n, n, 3))) < 1e-12",
                "funnel_upper(x / n, n, 3) >= funnel_upper(x / n, n + 1, 3)",
                "abs(funnel_dispersed_upper(x / n, n, 0.01, 3) - (1 - funnel_dispersed_lower(1 - x / n, n, 0.01, 3))) < 1e-9",
                "funnel_dispersed_upper(x / n, n, 0.02, 3) >= funnel_dispersed_upper(x / n, n, 0.01, 3) - 1e-12",
                "funnel_dispersed_lower(x / n, n, 0.02, 3) <= funnel_dispersed_lower(x / n, n, 0.01, 3) + 1e-12",
                // A logit study and its complement are mirror images.
                "abs(logit_study(x, n).y + logit_study(n - x, n).y) < 1e-12",
                "abs(logit_study(x, n).v - logit_study(n - x, n).v) < 1e-12"
            })
    void holdsForAnyHitsAndCases(String law) throws SQLException {
        assertThat(workbench.rows("select x, n from range(1, 80) as cases (n) join range(0, 80) as hits (x) on x <= n "
                        + "where (" + law + ") is not true"))
                .isEmpty();
    }

    @Test
    void survivalFallsWithEachStepAndStaysBetweenItsLimits() throws SQLException {
        assertThat(workbench.rows("""
                        with life as (
                            select
                                unnest(range(1, 6)) as years,
                                [{'at_risk': 60 - 10 * k, 'events': hash(seed, k) % 6} for k in range(0, 5)] as steps
                            from range(0, 300) as lives (seed)
                        ),
                        followed as (
                            select
                                kaplan_meier(steps[1:years]) as share,
                                kaplan_meier(steps[1:years - 1]) as before,
                                greenwood(steps[1:years]) as spread
                            from life
                        )
                        select *
                        from followed
                        where
                            share not between 0 and 1
                            or share > before
                            or survival_lower(share, spread) not between 0 and share
                            or survival_upper(share, spread) not between share and 1
                        """)).isEmpty();
    }

    @Test
    void noMeanDependsOnTheOrderOfItsValues() throws SQLException {
        assertThat(workbench.rows("""
                        with given as (
                            select
                                list(1 + hash(seed, k) % 400 / 100.0 order by hash(seed, k, 1)) as one,
                                list(1 + hash(seed, k) % 400 / 100.0 order by hash(seed, k, 2)) as other
                            from range(0, 200) as lists (seed)
                            cross join range(0, 12) as values_of_it (k)
                            group by seed
                        )
                        select *
                        from given
                        where
                            mean_of_means(one) <> mean_of_means(other)
                            or mean_of_means_half_width(one, mean_of_means(one))
                                <> mean_of_means_half_width(other, mean_of_means(other))
                            or mean_of_means(one) not between list_min(one) and list_max(one)
                            or abs(
                                mean_of_means_half_width([9 - v for v in one], mean_of_means([9 - v for v in one]))
                                - mean_of_means_half_width(one, mean_of_means(one))
                            ) > 1e-9
                            or dispersion(one) <> dispersion(other)
                            or dispersion(one) < 0
                        """)).isEmpty();
    }

    @Test
    void poolingLiesBetweenTheHubsAndItsPredictionIsWiderTheMoreTheyVary() throws SQLException {
        assertThat(workbench.rows("""
                        with pooled as (
                            select
                                list(logit_study(hash(seed, k) % (20 + k), 20 + k) order by k) as hubs
                            from range(0, 200) as lists (seed)
                            cross join range(0, 8) as hubs_of_it (k)
                            group by seed
                        ),
                        worked_out as (
                            select
                                hubs,
                                tau_squared(hubs, weighted_mean(hubs, 0.0)) as tau
                            from pooled
                        )
                        select *
                        from worked_out
                        where
                            tau < 0
                            or weighted_mean(hubs, tau)
                                not between list_min([hub.y for hub in hubs]) and list_max([hub.y for hub in hubs])
                            or prediction_half_width(hubs, tau + 0.1) <= prediction_half_width(hubs, tau)
                            or abs(
                                weighted_mean([{'y': -hub.y, 'v': hub.v} for hub in hubs], tau) + weighted_mean(hubs, tau)
                            ) > 1e-9
                        """)).isEmpty();
    }

    private static double number(String formula) throws SQLException {
        return Double.parseDouble(
                workbench.rows("select (" + formula + ")::varchar").get(0));
    }
}
