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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The published figures: the whole matrix, its symbols and comparisons.
class ResultTest {

    private static final Catalogue CATALOGUE = Catalogue.packaged();

    private Workbench workbench;

    @BeforeEach
    void open() throws SQLException {
        workbench = new Workbench(CATALOGUE).submit("hub_list", """
                        | network                       | hub | hub_name |
                        |-------------------------------|-----|----------|
                        | Maths Hubs                    | H1  | One      |
                        | Maths Hubs                    | H2  | Two      |
                        | Maths Hubs                    | H3  | Three    |
                        | Maths Hubs                    | H4  | Four     |
                        | Maths Hubs                    | H5  | Five     |
                        | Maths Hubs                    | H6  | Six      |
                        | Science Learning Partnerships | S1  | Science  |
                        """);
        for (String hub : List.of("H1", "H2", "H3", "H4", "H5", "S1"))
            for (String returned : List.of("engagement", "pathway", "delivery", "survey_response"))
                workbench.submitNil(returned, hub, 202223);
        workbench.submitNil("stated_total", "H6", 202122);
        workbench.build();
    }

    @AfterEach
    void close() throws SQLException {
        workbench.close();
    }

    @Test
    void everyCellOfTheMatrixIsPublished() throws SQLException {
        publish();
        int cells = 8 * 5 + 6; // eight school indicators and rungs in five phases, six of the hub as a whole
        assertThat(workbench.rows("""
                        select network, time_period, count(*)
                        from result
                        where indicator in (
                            'schools_engaged_percent', 'schools_engaged_cumulative_percent', 'pathway_schools_percent',
                            'schools_retained_percent', 'pathway_continued_percent', 'stage_progressed_percent',
                            'respondents_satisfied_percent', 'net_promoter_score', 'places_filled_percent',
                            'participants_completed_percent', 'core_delivered_percent', 'adaptations_consistent_percent')
                        group by all
                        order by all
                        """))
                .containsExactly(
                        "Maths Hubs | 202122 | " + 7 * cells,
                        "Maths Hubs | 202223 | " + 7 * cells,
                        "Science Learning Partnerships | 202223 | " + 2 * cells);
    }

    @Test
    void aCellHasEitherANumberOrASymbol() throws SQLException {
        publish();
        assertThat(workbench.rows("""
                        select *
                        from result
                        where
                            (numerator is null) <> (numerator_symbol is not null)
                            or (denominator is null) <> (denominator_symbol is not null)
                            or (n is null) <> (n_symbol is not null)
                            or (value is null) <> (value_symbol is not null)
                            or (value_lower_ci is null) <> (limits_symbol is not null)
                            or (value_upper_ci is null) <> (limits_symbol is not null)
                        """)).isEmpty();
    }

    @Test
    void aMissingReturnIsNotANilReturn() throws SQLException {
        publish();
        assertThat(published("places_filled_percent", "H1")).isEqualTo("0 | 0 | 0 | x | x | x | x | not compared");
        assertThat(published("places_filled_percent", "H6")).isEqualTo("x | x | x | x | x | x | x | not compared");
        assertThat(published("places_filled_percent", "Total")).isEqualTo("0 | 0 | 0 | x | x | x | x | ");
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
    void anIndicatorOverTwoYearsNeedsTheReturnsOfBoth() throws SQLException {
        publish();
        assertThat(published("schools_retained_percent", "H1")).isEqualTo("x | x | x | x | x | x | x | not compared");
        assertThat(published("stage_progressed_percent", "Total")).isEqualTo("x | x | x | x | x | x | x | ");
    }

    @Test
    void figuresOfReturnsNotDueAreNotApplicable() throws SQLException {
        publish();
        assertThat(published("pathway_schools_percent", "S1")).isEqualTo("z | z | z | z | z | z | z | not compared");
        assertThat(published("stage_progressed_percent", "S1")).isEqualTo("z | z | z | z | z | z | z | not compared");
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
        assertThat(comparisons())
                .filteredOn(row -> !row.startsWith("Total"))
                .allMatch(row -> row.endsWith("not compared"));
        assertThat(workbench.rows("from spread where profile = 'restricted'")).isEmpty();
    }

    @Test
    void thePublishedFileHasItsColumnsInOrder() throws SQLException {
        publish();
        assertThat(workbench.rows("select column_name from (describe indicators_csv)"))
                .containsExactly(
                        ("time_period time_identifier geographic_level country_code country_name network hub hub_name "
                                        + "education_phase breakdown outcome indicator numerator denominator n value "
                                        + "value_lower_ci value_upper_ci change change_lower_ci change_upper_ci change_hubs "
                                        + "symbol comparison hubs_contributing hubs_open coverage_percent "
                                        + "definition_version")
                                .split(" "));
        assertThat(workbench.rows("select col_name from indicators_meta "
                        + "anti join (describe indicators_csv) as data on data.column_name = col_name"))
                .isEmpty();
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
        new Publication(CATALOGUE).make(workbench.connection());
    }

    private String published(String indicator, String hub) throws SQLException {
        List<String> rows = workbench.rows("""
                select numerator, denominator, n, value, value_lower_ci, value_upper_ci, symbol, comparison
                from indicators_csv
                where
                    time_period = 202223 and indicator = '%s' and hub = '%s'
                    and education_phase = 'Total' and breakdown = 'Total'
                order by network
                """.formatted(indicator, hub));
        return rows.get(0);
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
