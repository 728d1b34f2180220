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

/// The formulas compared with values that were computed elsewhere.
class FormulasTest {

    private static Workbench workbench;

    @BeforeAll
    static void open() throws SQLException {
        workbench = new Workbench(Catalogue.packaged());
    }

    @AfterAll
    static void close() throws SQLException {
        workbench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "27, 39, 53.6, 81.4",
        "29, 41, 55.5, 82.4",
        "37, 49, 61.9, 85.4",
        "36, 48, 61.2, 85.1",
        "0, 12, 0.0, 24.2",
        "12, 12, 75.8, 100.0"
    })
    void wilsonGivesThePublishedLimits(int x, int n, double lower, double upper) throws SQLException {
        assertThat(number("100 * wilson_lower(" + x + ", " + n + ")")).isCloseTo(lower, within(0.05));
        assertThat(number("100 * wilson_upper(" + x + ", " + n + ")")).isCloseTo(upper, within(0.05));
    }

    @Test
    void wilsonNeverLeavesTheScaleAndNeverAnswersWithoutCases() throws SQLException {
        assertThat(workbench.rows("""
                        select
                            count(*) filter (where wilson_lower(x, n) < 0 or wilson_upper(x, n) > 1),
                            count(*) filter (where wilson_lower(x, n) > x / n or wilson_upper(x, n) < x / n - 1e-15),
                            any_value(wilson_lower(0, 0)),
                            any_value(wilson_upper(11, 10))
                        from range(1, 200) as cases (n)
                        join range(0, 200) as hits (x) on x <= n
                        """)).containsExactly("0 | 0 |  | ");
    }

    @Test
    void netPromoterScoreHasItsLimits() throws SQLException {
        assertThat(number("net_promoter_score(12, 3, 20)")).isEqualTo(45.0);
        assertThat(45 - number("net_promoter_half_width(12, 3, 20)")).isCloseTo(12.6, within(0.05));
        assertThat(45 + number("net_promoter_half_width(12, 3, 20)")).isCloseTo(77.4, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({
        "0.61, 30, 43.5, 78.5, 33.5, 88.5",
        "0.61, 86, 50.7, 71.3, 44.7, 77.3",
        "0.61, 420, 56.3, 65.7, 53.6, 68.4",
        "0.61, 610, 57.1, 64.9, 54.9, 67.1"
    })
    void funnelNarrowsWithTheNumberOfCases(
            double p0, int n, double lower, double upper, double lower998, double upper998) throws SQLException {
        String about = p0 + ", " + n + ", ";
        assertThat(number("100 * funnel_lower(" + about + "1.959963984540054)")).isCloseTo(lower, within(0.05));
        assertThat(number("100 * funnel_upper(" + about + "1.959963984540054)")).isCloseTo(upper, within(0.05));
        assertThat(number("100 * funnel_lower(" + about + "3.090232306167813)")).isCloseTo(lower998, within(0.05));
        assertThat(number("100 * funnel_upper(" + about + "3.090232306167813)")).isCloseTo(upper998, within(0.05));
    }

    /// Newcombe (1998), table II of the paper on independent shares: 56 of 70 minus 48 of 80, method 10.
    @Test
    void theDifferenceOfTwoIndependentSharesHasThePublishedLimits() throws SQLException {
        String first = "wilson_lower(56, 70)";
        assertThat(number("newcombe_lower(56 / 70.0, " + first + ", 48 / 80.0, wilson_upper(48, 80), 0)"))
                .isCloseTo(0.0524, within(0.0001));
        assertThat(number("newcombe_upper(56 / 70.0, wilson_upper(56, 70), 48 / 80.0, wilson_lower(48, 80), 0)"))
                .isCloseTo(0.3339, within(0.0001));
    }

    /// 45 of 100 and 0 of 15 may be 43 of 102 and 2 of 13, and nothing is lower; 5 of 5 may be 3 of 3.
    @Test
    void theLimitsOfRoundedCountsAreThoseOfTheFurthestCounts() throws SQLException {
        assertThat(number("100 * newcombe_lower(least_share(45, 100, 'schools'), least_wilson(45, 100, 1, 'schools'),"
                        + " most_share(0, 15, 'schools'), most_wilson(0, 15, 1, 'schools'), 0)"))
                .isCloseTo(-1.6, within(0.05));
        assertThat(
                        workbench.rows(
                                "select most_share(5, 5, 'schools'), most_wilson(5, 5, 1, 'schools'),"
                                        + " least_share(0, 15, 'schools'), least_wilson(100, 300, 1, 'pupils') < wilson_lower(100, 300)"))
                .containsExactly("1 | 1 | 0 | true");
    }

    /// Every pair of counts and their table of pairs, with their rounded values.
    @Test
    void noCountsThatRoundAlikeLieOutsideTheFurthestLimits() throws SQLException {
        assertThat(workbench.rows("""
                        select count(*) > 1000, count(*) filter (where
                            wilson_lower(x / 1.3, n / 1.3) < least_wilson(rounded_count(x), rounded_count(n), 1.3, 'people') - 1e-12
                            or wilson_upper(x / 1.3, n / 1.3) > most_wilson(rounded_count(x), rounded_count(n), 1.3, 'people') + 1e-12
                            or x / n < least_share(rounded_count(x), rounded_count(n), 'people') - 1e-12
                            or x / n > most_share(rounded_count(x), rounded_count(n), 'people') + 1e-12)
                        from range(8, 60) as cases (n)
                        join range(0, 60) as hits (x) on x <= n
                        """)).containsExactly("true | 0");
        assertThat(workbench.rows("""
                        with pair as (
                            select a, b, c, d, rounded_count(a) as both_r, rounded_count(a + b) as first_r,
                                rounded_count(a + c) as second_r, rounded_count(a + b + c + d) as all_r
                            from range(0, 28, 3) as one (a)
                            cross join range(0, 14) as two (b)
                            cross join range(0, 14) as three (c)
                            cross join range(0, 28, 3) as four (d)
                        )
                        select count(*) filter (where newcombe_phi(a, b, c, d) < least_phi(
                            both_r, first_r - both_r, second_r - both_r, greatest(0, all_r - first_r - second_r + both_r)
                        ) - 1e-12)
                        from pair
                        """)).containsExactly("0");
    }

    /// Every score of at most 40 answers, with that of its rounded counts.
    @Test
    void noScoreThatRoundsAlikeHasWiderLimits() throws SQLException {
        assertThat(workbench.rows("""
                        with score as (
                            select n, net_promoter_score(p, d, n) as value, net_promoter_half_width(p, d, n) as half_width,
                                rounded_count(n) as r,
                                net_promoter_score(rounded_count(p), rounded_count(d), r) as rounded,
                                net_promoter_half_width(rounded_count(p), rounded_count(d), r) as rounded_half_width
                            from range(28, 40) as answers (n)
                            join range(0, 40) as promoters (p) on p <= n
                            join range(0, 40) as detractors (d) on p + d <= n
                        )
                        select count(*) filter (where abs(value - rounded) > rounding_of_score(rounded, r) + 1e-9
                            or half_width > most_half_width_of_score(rounded, rounded_half_width, r) + 1e-9)
                        from score
                        """)).containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource({"20, 12, 2, 16, 0.4550", "1, 0, 0, 1, 0.0", "5, 0, 0, 0, 0.0", "1, 9, 9, 1, -0.8"})
    void phiIsCorrectedTowardsNoCorrelation(int both, int first, int second, int neither, double phi)
            throws SQLException {
        assertThat(number("newcombe_phi(" + both + ", " + first + ", " + second + ", " + neither + ")"))
                .isCloseTo(phi, within(0.0001));
    }

    /// Abramowitz and Stegun (1964), table 26.10, and between its rows.
    @ParameterizedTest
    @CsvSource({"2, 4.302653", "2.5, 3.574655", "3, 3.182446", "10, 2.228139", "60, 2.000298", "120, 1.979930"})
    void studentsQuantileIsKnownBetweenWholeDegreesOfFreedom(double df, double quantile) throws SQLException {
        assertThat(number("critical_t_fraction(" + df + ")")).isCloseTo(quantile, within(0.00001));
    }

    @Test
    void welchsDegreesOfFreedomLieBetweenThoseOfTheGroups() throws SQLException {
        assertThat(number("welch_df(0.5, 10, 0.5, 10)")).isCloseTo(18, within(0.0001));
        assertThat(number("welch_df(0.9, 10, 0.1, 10)")).isCloseTo(10.9756, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 5, 10, 25, 25, 50, 10.0", // 5 of 5 and 0 of 5
        "2, 4, 10, 8, 20, 50, 1.0", // 2 of 5 and 2 of 5
        "1, 5, 10, 25, 50, 100, 1.0",
        "5, 0, 10, 0, 0, 20, 1.0",
        "5, 10, 10, 20, 20, 20, 1.0"
    })
    void designEffectIsNeverBelowOne(int m, int x, int n, int xx, int xn, int nn, double deff) throws SQLException {
        String arguments = m + ", " + x + ", " + n + ", " + xx + ", " + xn + ", " + nn;
        assertThat(number("design_effect(" + arguments + ")")).isEqualTo(deff);
    }

    @ParameterizedTest
    @CsvSource({
        "Completed, 4, 0, 3",
        "Enrolled, 4, 3, 3",
        "Withdrew, 8, 6, 3",
        "Withdrew, 8, 5, 2",
        "Enrolled, 1, 1, 3",
        "Enrolled, 4, 1, 2",
        "Withdrew, 4, 2, 2",
        "Attending, 4, 0, 2",
        "Attended, 0, 0, 2",
        "Enrolled, 0, 0, 1",
        "Enrolled, 3, 2, 2",
        "Withdrew, 4, 0, 1"
    })
    void rungIsTheHighestThatTheRowShows(String status, int offered, int attended, int rung) throws SQLException {
        assertThat(number("rung('" + status + "', " + offered + ", " + attended + ")"))
                .isEqualTo(rung);
    }

    @Test
    void rungDoesWithoutNumbersWhereThereAreNone() throws SQLException {
        assertThat(number("rung('Enrolled', null, null)")).isEqualTo(1);
        assertThat(number("rung('Enrolled', null, 2)")).isEqualTo(2);
        assertThat(number("rung(null, null, null)")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "null", textBlock = """
            {a} is {value}; {b}. | x"; {b} | {value} is "x"; {b}"; }B{.
            {a} is {value}.      | null    | {value} is blank.
            no word in it        | x       | no word in it
            {value}              | x       | "x"
            null                 | x       | null
            """)
    void aSentenceIsFilledWithItsWordsAndEachPlaceOnce(String wording, String value, String sentence)
            throws SQLException {
        assertThat(said(wording, value)).isEqualTo(sentence);
    }

    @Test
    void aLongValueIsSaidToItsBeginning() throws SQLException {
        assertThat(said("{value}", "y".repeat(120))).isEqualTo("\"" + "y".repeat(120) + "\"");
        assertThat(said("{value}", "y".repeat(121))).isEqualTo("\"" + "y".repeat(119) + "\u2026\"");
    }

    private static String said(String wording, String value) throws SQLException {
        try (var statement = workbench
                .connection()
                .prepareStatement(
                        "select finding_sentence(?::varchar, ?::varchar, map {'a': '{value}', 'b': '}B{'})")) {
            statement.setString(1, wording);
            statement.setString(2, value);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static double number(String formula) throws SQLException {
        return Double.parseDouble(
                workbench.rows("select (" + formula + ")::varchar").get(0));
    }
}
