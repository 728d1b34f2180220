package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import org.assertj.core.data.Offset;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The formulas that pool, follow or compare, against published values and laws that hold for any figures.
class StatisticsTest {

    private static final Offset<Double> CLOSE = within(1e-6);

    private static Workbench workbench;

    @BeforeAll
    static void open() throws SQLException {
        workbench = new Workbench(Catalogue.packaged());
    }

    @AfterAll
    static void close() throws SQLException {
        workbench.close();
    }

    // Abramowitz and Stegun (1964), table 26.10, and scipy.stats.t.ppf to nine places.
    @ParameterizedTest
    @CsvSource({
        "1, 12.706204736",
        "2, 4.302652730",
        "10, 2.228138852",
        "29, 2.045229642",
        "30, 2.042272456",
        "31, 2.039513446",
        "40, 2.021075390",
        "60, 2.000297822",
        "120, 1.979930405",
        "1000, 1.962339081",
        "100000, 1.959987708"
    })
    void criticalTIsThePublishedOne(int df, double quantile) throws SQLException {
        assertThat(number("critical_t(" + df + ")")).isCloseTo(quantile, CLOSE);
    }

    @Test
    void criticalTFallsToTheNormalQuantile() throws SQLException {
        assertThat(workbench.rows("""
                        select count(*) filter (where critical_t(df) <= critical_t(df + 1) or critical_t(df) < 1.9599639)
                        from range(1, 500) as degrees (df)
                        """)).containsExactly("0");
        assertThat(workbench.rows("select critical_t(0)")).containsExactly("");
    }

    @Test
    void oneGroupHasAMeanWithoutLimits() throws SQLException {
        assertThat(number("mean_of_means([4.0, 1.0, 2.0])")).isCloseTo(7 / 3.0, CLOSE);
        assertThat(number("mean_of_means_half_width([4.0, 1.0, 2.0], 7 / 3)")).isCloseTo(3.7945830, CLOSE);
        assertThat(workbench.rows("select mean_of_means([3.0]), mean_of_means_half_width([3.0], 3.0)"))
                .containsExactly("3 | ");
        assertThat(number("mean_of_means_half_width([2.5, 2.5, 2.5], 2.5)")).isZero();
    }

    // The ratio of 2 has a logarithm with the standard error of 0.447214.
    @Test
    void katzLimitsLieEquallyFarInTheLogarithm() throws SQLException {
        assertThat(number("katz_ratio(10, 20, 5, 20)")).isEqualTo(2);
        assertThat(number("katz_lower(10, 20, 5, 20)")).isCloseTo(0.8324556, CLOSE);
        assertThat(number("katz_upper(10, 20, 5, 20)")).isCloseTo(4.8050609, CLOSE);
        assertThat(number("katz_lower(5, 20, 10, 20) * katz_upper(10, 20, 5, 20)"))
                .isCloseTo(1, CLOSE);
        assertThat(
                        workbench.rows(
                                "select katz_ratio(0, 9, 4, 9), katz_lower(0, 9, 4, 9), katz_ratio(4, 9, 0, 9), katz_ratio(0, 0, 1, 9)"))
                .containsExactly("0 |  |  | ");
    }

    // Ten durations, one censored at 1, 3 and 4 and three at 5: S and the standard error computed by hand.
    @ParameterizedTest
    @CsvSource({"1, 0.9, 0.0949, 0.473, 0.985", "2, 0.675, 0.1551, 0.291, 0.883", "3, 0.5625, 0.1651, 0.209, 0.809"})
    void survivalHasItsLimits(int years, double share, double error, double lower, double upper) throws SQLException {
        String steps = "[{'at_risk': 10, 'events': 1}, {'at_risk': 8, 'events': 2}, {'at_risk': 6, 'events': 1}][1:"
                + years + "]";
        String limits = "kaplan_meier(" + steps + "), greenwood(" + steps + ")";
        assertThat(number("kaplan_meier(" + steps + ")")).isCloseTo(share, CLOSE);
        assertThat(share * Math.sqrt(number("greenwood(" + steps + ")"))).isCloseTo(error, within(0.00005));
        assertThat(number("survival_lower(" + limits + ")")).isCloseTo(lower, within(0.001));
        assertThat(number("survival_upper(" + limits + ")")).isCloseTo(upper, within(0.001));
    }

    @Test
    void survivalOfAllOrNoneHasNoLimits() throws SQLException {
        assertThat(workbench.rows("""
                        select
                            kaplan_meier(steps),
                            survival_lower(kaplan_meier(steps), greenwood(steps)),
                            survival_upper(0, 1)
                        from (select [{'at_risk': 9, 'events': 0}, {'at_risk': 0, 'events': 0}] as steps)
                        """)).containsExactly("1 |  | ");
    }

    // DerSimonian and Laird computed with numpy: 10 of 20, 30 of 40, 25 of 90, and 0 of 15 taken as 0.5 of 16.
    @Test
    void hubsArePooledByRandomEffects() throws SQLException {
        String hubs = "[logit_study(10, 20), logit_study(30, 40), logit_study(25, 90), logit_study(0, 15)]";
        assertThat(number("tau_squared(" + hubs + ", weighted_mean(" + hubs + ", 0.0))"))
                .isCloseTo(1.3720792009, CLOSE);
        assertThat(number("weighted_mean(" + hubs + ", tau_squared(" + hubs + ", weighted_mean(" + hubs + ", 0.0)))"))
                .isCloseTo(-0.4096355182, CLOSE);
        assertThat(number("prediction_half_width(" + hubs + ", tau_squared(" + hubs + ", weighted_mean(" + hubs
                        + ", 0.0)))"))
                .isCloseTo(5.7860659626, CLOSE);
    }

    @Test
    void hubsThatAreAlikeDoNotVary() throws SQLException {
        String hubs = "[logit_study(10, 20), logit_study(20, 40), logit_study(45, 90)]";
        assertThat(number("tau_squared(" + hubs + ", weighted_mean(" + hubs + ", 0.0))"))
                .isZero();
        assertThat(number("inverse_logit(weighted_mean(" + hubs + ", 0.0))")).isEqualTo(0.5);
        assertThat(workbench.rows("select prediction_half_width([logit_study(1, 9), logit_study(2, 9)], 0.0)"))
                .containsExactly("");
    }

    // The published answer key of OHID's funnel macros for a baseline of 80.642448 per cent.
    @ParameterizedTest
    @CsvSource({
        "2, 1.959963984540054, 25.885383",
        "3, 1.959963984540054, 35.93349",
        "3, 3.090232306167813, 10.150815",
        "7, 1.959963984540054, 51.37357",
        "7, 3.090232306167813, 34.494842"
    })
    void funnelIsThePublishedOne(int n, double z, double lower) throws SQLException {
        assertThat(100 * number("funnel_lower(0.80642448, " + n + ", " + z + ")"))
                .isCloseTo(lower, within(1e-4));
    }

    // Five hubs, 10 of 20, 30 of 40, 25 of 90, 60 of 100 and 5 of 25, computed with numpy as in FunnelPlotR.
    @Test
    void dispersionWidensTheFunnel() throws SQLException {
        workbench.execute("""
                create or replace temp table dispersed as
                with hub as (
                    select x, n, 130 / 275::double as p0
                    from (values (10, 20), (30, 40), (25, 90), (60, 100), (5, 25)) as hubs (x, n)
                )
                select
                    list(arcsine_z(x, n, p0) order by x, n) as zs,
                    list(n order by x, n) as ns
                from hub
                """);
        assertThat(workbench.rows("select dispersion(zs), dispersion_tau_squared(zs, ns) from dispersed"))
                .containsExactly("7.5611 | 0.0423");
        assertThat(workbench.rows(
                        "select funnel_dispersed_lower(0.5, 50, dispersion_tau_squared(zs, ns), 1.96) from dispersed"))
                .containsExactly("0.1234");
    }

    @Test
    void withoutDispersionTheFunnelIsTheArcsineOne() throws SQLException {
        assertThat(number("dispersion_tau_squared([0.1, -0.1, 0.2, 0.0], [20, 30, 40, 50])"))
                .isZero();
        assertThat(workbench.rows("""
                        select count(*)
                        from range(1, 400) as cases (n)
                        cross join range(0, 101) as shares (share)
                        where
                            not funnel_dispersed_lower(share / 100, n, 0.01, 3.09) between 0 and share / 100 + 1e-12
                            or not funnel_dispersed_upper(share / 100, n, 0.01, 3.09) between share / 100 - 1e-12 and 1
                        """)).containsExactly("0");
    }

    // Four even contexts, and three uneven mixes of forty schools over four.
    @ParameterizedTest
    @CsvSource({"10, 10, 10, 10, 1.000", "20, 10, 5, 5, 0.875", "37, 1, 1, 1, 0.252"})
    void diversityIsThatOfShannon(int a, int b, int c, int d, double diversity) throws SQLException {
        String shares = "[" + a + " / 40, " + b + " / 40, " + c + " / 40, " + d + " / 40]";
        assertThat(number("diversity(" + shares + ") / ln(4)")).isCloseTo(diversity, within(0.0005));
    }

    @ParameterizedTest
    @CsvSource({"4, 4, 4, 5, 51", "5, 5, null, 5, 60", "1, 1, null, null, null", "null, null, null, null, null"})
    void aScaleIsScoredFromThreeItemsOn(String a, String b, String c, String d, String twelfths) throws SQLException {
        assertThat(workbench.rows("select item_twelfths(" + String.join(", ", a, b, c, d) + ")"))
                .containsExactly(twelfths.equals("null") ? "" : twelfths);
    }

    private static double number(String formula) throws SQLException {
        return Double.parseDouble(
                workbench.rows("select (" + formula + ")::varchar").get(0));
    }
}
