package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The published figures: their symbols and comparisons.
class ResultTest {

    private static final Catalogue CATALOGUE = Catalogue.packaged();

    private static Workbench nilReturns;

    private Workbench workbench;

    @BeforeAll
    static void build() throws SQLException {
        nilReturns = NilReturns.open();
        nilReturns.connection();
    }

    @AfterAll
    static void closeNilReturns() throws SQLException {
        nilReturns.close();
    }

    @BeforeEach
    void copy() throws SQLException {
        workbench = nilReturns.copy();
    }

    @AfterEach
    void close() throws SQLException {
        workbench.close();
    }

    @Test
    void figuresAreNotApplicableInYearsInWhichAHubIsNotOpen() throws SQLException {
        workbench.execute("update hub_list set opened = 202223 where hub = 'H1'");
        workbench.execute("update hub_list set closed = 202122 where hub = 'H6'");
        workbench.build();
        publish();
        assertThat(workbench.rows("""
                        select hub, time_period, count(*), count(*) filter (where symbol = 'z'), bool_and(n = 'z' or symbol <> 'z')
                        from indicators_csv
                        where hub in ('H1', 'H6') and indicator = 'schools_engaged_percent'
                        group by all
                        order by all
                        """))
                .containsExactly(
                        "H1 | 202122 | 15 | 15 | true",
                        "H1 | 202223 | 15 | 0 | true",
                        "H6 | 202122 | 15 | 0 | true",
                        "H6 | 202223 | 15 | 15 | true");
    }

    @Test
    void fewRespondentsOrFewSchoolsAreHidden() throws SQLException {
        put(
                "response",
                "network | hub | time_period | lineage | cluster | overall | recommend | times",
                responses("H1", 9, 3),
                responses("H2", 40, 2),
                responses("H3", 10, 3),
                responses("H4", 30, 3));
        publish();
        assertThat(published("respondents_satisfied_percent", "H1"))
                .isEqualTo("c | c | c | c | c | c | c | not compared");
        assertThat(published("respondents_satisfied_percent", "H2"))
                .isEqualTo("c | c | c | c | c | c | c | not compared");
        assertThat(published("respondents_satisfied_percent", "H3"))
                .isEqualTo("10 | 10 | 10 | 100.000000 | 72.246720 | 100.000000 | u | not compared");
        assertThat(published("respondents_satisfied_percent", "H4"))
                .isEqualTo("30 | 30 | 30 | 100.000000 | 88.648661 | 100.000000 |  | not compared");
    }

    @Test
    void aScoreHasNoNumeratorAndNeedsThirtyAnswers() throws SQLException {
        put(
                "response",
                "network | hub | time_period | lineage | cluster | overall | recommend | times",
                responses("H1", 9, 3),
                responses("H3", 29, 3),
                responses("H4", 30, 3));
        publish();
        assertThat(published("net_promoter_score", "H1")).isEqualTo("z | z | c | c | c | c | c | not compared");
        assertThat(published("net_promoter_score", "H3")).isEqualTo("z | z | 29 | x | x | x | x | not compared");
        assertThat(published("net_promoter_score", "H4"))
                .isEqualTo("z | z | 30 | 100.000000 | 100.000000 | 100.000000 |  | not compared");
    }

    @Test
    void oneToFourPeopleAreHidden() throws SQLException {
        put(
                "participation",
                "network | hub | time_period | activity | rung | times",
                "Maths Hubs | H1 | 202223 | A | 3 | 4",
                "Maths Hubs | H2 | 202223 | A | 3 | 4",
                "Maths Hubs | H2 | 202223 | A | 1 | 16",
                "Maths Hubs | H3 | 202223 | A | 3 | 5",
                "Maths Hubs | H3 | 202223 | A | 1 | 4",
                "Maths Hubs | H4 | 202223 | A | 1 | 20");
        publish();
        assertThat(published("participants_completed_percent", "H1"))
                .isEqualTo("c | c | c | c | c | c | c | not compared");
        assertThat(published("participants_completed_percent", "H2"))
                .isEqualTo("c | 20 | 20 | c | c | c | c | not compared");
        assertThat(published("participants_completed_percent", "H3"))
                .isEqualTo("5 | 9 | 9 | x | x | x | x | not compared");
        assertThat(published("participants_completed_percent", "H4"))
                .isEqualTo("0 | 20 | 20 | 0.000000 | 0.000000 | 16.112516 |  | not compared");
    }

    @Test
    void aGapIsHiddenWithTheFigureThatItWouldReveal() throws SQLException {
        workbench.submit("target", """
                | indicator                      | network    | education_phase | time_period | target |
                |--------------------------------|------------|-----------------|-------------|--------|
                | participants_completed_percent | Maths Hubs | Total           | 202223      | 75     |
                """).build();
        put(
                "participation",
                "network | hub | time_period | activity | rung | times",
                "Maths Hubs | H1 | 202223 | A | 3 | 4",
                "Maths Hubs | H1 | 202223 | A | 1 | 16",
                "Maths Hubs | H2 | 202223 | A | 3 | 5",
                "Maths Hubs | H2 | 202223 | A | 1 | 15",
                "Maths Hubs | H3 | 202223 | A | 3 | 3");
        publish();
        assertThat(published("target_gap_points", "H1")).isEqualTo("z | z | 20 | c | z | z | c | not compared");
        assertThat(published("target_gap_points", "H2")).isEqualTo("z | z | 20 | -50.000000 | z | z |  | not compared");
        assertThat(published("target_gap_points", "H3")).isEqualTo("z | z | c | c | z | z | c | not compared");
    }

    @Test
    void belowTenThereAreCountsButNoPercentage() throws SQLException {
        put(
                "delivered",
                "network | hub | time_period | activity | places_offered | places_filled",
                "Maths Hubs | H1 | 202223 | A | 9 | 1",
                "Maths Hubs | H2 | 202223 | A | 10 | 1");
        publish();
        assertThat(published("places_filled_percent", "H1")).isEqualTo("1 | 9 | 9 | x | x | x | x | not compared");
        assertThat(published("places_filled_percent", "H2"))
                .isEqualTo("1 | 10 | 10 | 10.000000 | 1.787621 | 40.415003 |  | not compared");
    }

    @Test
    void moreThanOneHundredPercentHasNoLimits() throws SQLException {
        put(
                "delivered",
                "network | hub | time_period | activity | places_offered | places_filled",
                "Maths Hubs | H1 | 202223 | A | 10 | 12");
        publish();
        assertThat(published("places_filled_percent", "H1"))
                .isEqualTo("12 | 10 | 10 | 120.000000 | x | x |  | not compared");
    }

    @Test
    void aValueThatRoundsToZeroIsLowAndATrueZeroIsZero() throws SQLException {
        put(
                "delivered",
                "network | hub | time_period | activity | places_offered | places_filled",
                "Maths Hubs | H1 | 202223 | A | 300000000 | 1",
                "Maths Hubs | H2 | 202223 | A | 300000000 | 0");
        publish();
        assertThat(published("places_filled_percent", "H1"))
                .isEqualTo("1 | 300000000 | 300000000 | low | 0.000000 | 0.000002 | low | not compared");
        assertThat(published("places_filled_percent", "H2"))
                .startsWith("0 | 300000000 | 300000000 | 0.000000 | 0.000000 | 0.000001 |  | ");
    }

    @Test
    void anInvalidResultIsNotPublished() throws SQLException {
        put(
                "delivered",
                "network | hub | time_period | activity | places_offered | places_filled",
                "Maths Hubs | H1 | 202223 | A | 20 | 10");
        new Indicators(CATALOGUE).measure(workbench.connection());
        workbench.rows("update measured set numerator = -1 where indicator = 'places_filled_percent' returning hub");
        assertThatThrownBy(() -> new Publication(CATALOGUE).make(workbench.connection()))
                .isInstanceOf(CatalogueFault.class)
                .hasMessage(
                        "The figure places_filled_percent, H1, 202223, Total, Total is neither a value with its number"
                                + " of cases and its limits, nor a symbol. Nothing was published.");
    }

    @Test
    void hubsThatDifferByMoreThanChanceAreStillSimilar() throws SQLException {
        put(
                "delivered",
                "network | hub | time_period | activity | places_offered | places_filled",
                "Maths Hubs | H1 | 202223 | A | 100 | 90",
                "Maths Hubs | H2 | 202223 | A | 100 | 52",
                "Maths Hubs | H3 | 202223 | A | 100 | 50",
                "Maths Hubs | H4 | 202223 | A | 100 | 48",
                "Maths Hubs | H5 | 202223 | A | 100 | 10");
        publish();
        new Publication(CATALOGUE).make(workbench.connection());
        assertThat(comparisons())
                .containsExactly(
                        "H1 | similar",
                        "H2 | similar",
                        "H3 | similar",
                        "H4 | similar",
                        "H5 | similar",
                        "H6 | not compared",
                        "Total | ");
        assertThat(
                        workbench.rows(
                                "select hubs, lowest, lower_quartile, median, upper_quartile, highest from spread where profile = 'restricted'"))
                .containsExactly("5 | 10 | 48 | 50 | 52 | 90");
        assertThat(workbench.rows(
                        "select point, n, value from spread_point where profile = 'restricted' order by point"))
                .containsExactly("1 | 100 | 10", "2 | 100 | 48", "3 | 100 | 50", "4 | 100 | 52", "5 | 100 | 90");
    }

    @Test
    void fourHubsAreNotCompared() throws SQLException {
        put(
                "delivered",
                "network | hub | time_period | activity | places_offered | places_filled",
                "Maths Hubs | H1 | 202223 | A | 100 | 90",
                "Maths Hubs | H2 | 202223 | A | 100 | 52",
                "Maths Hubs | H3 | 202223 | A | 100 | 50",
                "Maths Hubs | H4 | 202223 | A | 100 | 10",
                "Maths Hubs | H5 | 202223 | A | 9 | 9");
        publish();
        new Publication(CATALOGUE).make(workbench.connection());
        assertThat(comparisons())
                .filteredOn(row -> !row.startsWith("Total"))
                .allMatch(row -> row.endsWith("not compared"));
        assertThat(workbench.rows("from spread where profile = 'restricted'")).isEmpty();
    }

    private void put(String table, String columns, String... rows) throws SQLException {
        workbench.put(table, "| " + columns + " |\n|--|\n| " + String.join(" |\n| ", rows) + " |");
    }

    /// Adds satisfied promoters to a hub, spread evenly over a number of schools.
    private static String responses(String hub, int respondents, int schools) {
        return IntStream.range(0, respondents)
                .mapToObj(i -> "Maths Hubs | " + hub + " | 202223 | " + i % schools + " | " + hub + i % schools
                        + " | 5 | 10 | 1")
                .collect(Collectors.joining(" |\n| "));
    }

    private void publish() throws SQLException {
        new Indicators(CATALOGUE).measure(workbench.connection());
        new Publication(CATALOGUE).makeFigures(workbench.connection());
    }

    private String published(String indicator, String hub) throws SQLException {
        return NilReturns.published(workbench, indicator, hub);
    }

    private List<String> comparisons() throws SQLException {
        return workbench.rows("""
                select hub, comparison
                from result
                where indicator = 'places_filled_percent' and time_period = 202223 and network = 'Maths Hubs'
                order by hub
                """);
    }
}
