package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Three hubs with forty schools each. Each hub engages the same twenty of its schools every year.
class ContributingHubsTest {

    private static final Catalogue CATALOGUE = Catalogue.packaged();
    private static final List<String> HUBS = List.of("H1", "H2", "H3");

    private Workbench workbench;

    @BeforeEach
    void open() throws SQLException {
        workbench = new Workbench(CATALOGUE)
                .submit("hub_list", """
                        | network    | hub | hub_name |
                        |------------|-----|----------|
                        | Maths Hubs | H1  | One      |
                        | Maths Hubs | H2  | Two      |
                        | Maths Hubs | H3  | Three    |
                        """)
                .submit("hub_area", """
                        | hub | la_code |
                        |-----|---------|
                        | H1  | 801     |
                        | H2  | 802     |
                        | H3  | 803     |
                        """)
                .submit("school_register", schools());
    }

    @AfterEach
    void close() throws SQLException {
        workbench.close();
    }

    @Test
    void aMissingReturnDoesNotChangeTheNetworksFigure() throws SQLException {
        engage(202021, "H1", "H2", "H3");
        engage(202122, "H1", "H2");
        publish();
        assertThat(network("schools_engaged_percent", 202021))
                .isEqualTo("60 | 120 | 50.000000 |  | 3 | 3 | 100.000000");
        assertThat(network("schools_engaged_percent", 202122)).isEqualTo("40 | 80 | 50.000000 | u | 2 | 3 | 66.666667");
        assertThat(network("schools_retained_percent", 202122))
                .isEqualTo("40 | 40 | 100.000000 | u | 2 | 3 | 66.666667");
        assertThat(hub("schools_engaged_percent", "H3", 202122)).isEqualTo("x | x");
    }

    @Test
    void withLessThanHalfOfTheSchoolsThereAreCountsButNoValue() throws SQLException {
        engage(202021, "H1", "H2", "H3");
        engage(202122, "H2");
        publish();
        assertThat(network("schools_engaged_percent", 202122)).isEqualTo("20 | 40 | x | x | 1 | 3 | 33.333333");
    }

    @Test
    void aNilReturnContributesAndAMissingOneDoesNot() throws SQLException {
        engage(202021, "H1", "H2");
        workbench.submitNil("engagement", "H3", 202021);
        publish();
        assertThat(network("schools_engaged_percent", 202021))
                .isEqualTo("40 | 120 | 33.333333 |  | 3 | 3 | 100.000000");
        assertThat(hub("schools_engaged_percent", "H3", 202021)).isEqualTo("0.000000 | ");
    }

    @Test
    void aChangeIsBasedOnTheHubsThatReturnedInBothYears() throws SQLException {
        engage(202021, "H1", "H2");
        workbench.submitNil("engagement", "H3", 202021);
        engage(202122, "H1", "H2");
        publish();
        new Publication(CATALOGUE).make(workbench.connection());
        // All three hubs: 40 of 120. The two hubs of both years: 40 of 80 in each.
        assertThat(change("Total", 202122)).isEqualTo("0.000000 | 2");
        assertThat(change("Total", 202021)).isEqualTo("x | 0");
        assertThat(change("H1", 202122)).isEqualTo("0.000000 | z");
        assertThat(change("H3", 202122)).isEqualTo("x | z");
        // The two hubs have two thirds of the schools: too few to name a change of the network.
        assertThat(workbench.rows("select hub, change_word from result where change is not null and breakdown = 'Total'"
                        + " and indicator = 'schools_engaged_percent' and education_phase = 'Total' order by hub"))
                .containsExactly("H1 | no clear change", "H2 | no clear change", "Total | ");
    }

    @Test
    void aRiseIsNamedIfItsLimitsExcludeZero() throws SQLException {
        for (String hub : HUBS) workbench.submitNil("engagement", hub, 202021);
        engage(202122, "H1", "H2", "H3");
        publish();
        new Publication(CATALOGUE).make(workbench.connection());
        assertThat(
                        workbench.rows(
                                "select hub, change_word from result where indicator = 'schools_engaged_percent'"
                                        + " and time_period = 202122 and education_phase = 'Total' and breakdown = 'Total' order by hub"))
                .containsExactly("H1 | rise", "H2 | rise", "H3 | rise", "Total | rise");
    }

    @Test
    void anEngagementReturnWithoutADeliveredActivityDoesNotContribute() throws SQLException {
        engage(202021, "H1", "H2", "H3");
        workbench.submit("delivery", """
                | hub | time_period | activity | places_offered | places_filled |
                |-----|-------------|----------|----------------|---------------|
                | H1  | 202021      | A        | 30             | 20            |
                | H2  | 202021      | A        | 30             | 20            |
                | H3  | 202021      | A        | 30             | 20            |
                | H3  | 202021      | B        | 30             | 5             |
                """);
        publish();
        assertThat(workbench.rows("select hub, activity from incomplete_engagement"))
                .containsExactly("H3 | B");
        assertThat(network("schools_engaged_percent", 202021)).isEqualTo("40 | 80 | 50.000000 | u | 2 | 3 | 66.666667");
        assertThat(hub("schools_engaged_percent", "H3", 202021)).isEqualTo("50.000000 | u");
        assertThat(network("places_filled_percent", 202021)).startsWith("65 | 120");
    }

    @Test
    void aYearMissingFromItsWindowMakesACumulativeFigureUnreliable() throws SQLException {
        engage(202021, "H1", "H2", "H3");
        engage(202122, "H1", "H2");
        engage(202223, "H1", "H2", "H3");
        publish();
        assertThat(hub("schools_engaged_cumulative_percent", "H3", 202223)).isEqualTo("50.000000 | u");
        assertThat(hub("schools_engaged_cumulative_percent", "H1", 202223)).isEqualTo("50.000000 | ");
        assertThat(network("schools_engaged_cumulative_percent", 202223))
                .isEqualTo("60 | 120 | 50.000000 | u | 3 | 3 | 100.000000");
        assertThat(hub("long_engaged_schools_percent", "H1", 202223)).isEqualTo("x | x");
    }

    @Test
    void returnsAreDueOnlyInYearsInWhichAHubIsOpen() throws SQLException {
        workbench.execute("update hub_list set opened = 202122 where hub = 'H3'");
        engage(202021, "H1", "H2");
        engage(202122, "H1", "H2", "H3");
        publish();
        assertThat(network("schools_engaged_percent", 202021)).isEqualTo("40 | 80 | 50.000000 |  | 2 | 2 | 100.000000");
        assertThat(network("schools_retained_percent", 202122))
                .isEqualTo("40 | 40 | 100.000000 |  | 2 | 2 | 100.000000");
        assertThat(hub("schools_retained_percent", "H3", 202122)).isEqualTo("x | x");
    }

    @Test
    void aSchoolThatAnotherContributingHubListsIsEngagedInTheNetwork() throws SQLException {
        engage(202021, "H1", "H2", "H3");
        workbench.execute(
                "update engagement set hub = 'H1', claim = (select min(claim) from engagement where hub = 'H1')"
                        + " where hub = 'H2' and urn = 200000");
        publish();
        assertThat(network("schools_engaged_percent", 202021)).startsWith("60 | 120");
        assertThat(hub("schools_engaged_percent", "H2", 202021)).isEqualTo("47.500000 | ");
    }

    /// The targets are for the schools engaged in the first two years, and for those retained in the third.
    @Test
    void aGapToATargetChangesOnTheHubsThatReturnedInBothYears() throws SQLException {
        workbench.submit("target", """
                | indicator                | network    | education_phase | time_period | target |
                |--------------------------|------------|-----------------|-------------|--------|
                | schools_engaged_percent  | Maths Hubs | Total           | 202021      | 60     |
                | schools_engaged_percent  | Maths Hubs | Total           | 202122      | 45     |
                | schools_retained_percent | Maths Hubs | Total           | 202223      | 90     |
                """);
        engage(202021, "H1", "H2", "H3");
        engage(202122, "H1", "H2");
        engage(202223, "H1", "H2");
        publish();
        String columns = "n, value, symbol, change, change_hubs";
        assertThat(row(columns, "target_gap_points", "Total", 202021)).isEqualTo("120 | -10.000000 |  | x | 0");
        assertThat(row(columns, "target_gap_points", "Total", 202122)).isEqualTo("80 | 5.000000 | u | 15.000000 | 2");
        assertThat(row(columns, "target_gap_points", "H1", 202122)).isEqualTo("40 | 5.000000 |  | 15.000000 | z");
        // The gap of another indicator is another figure.
        assertThat(row(columns, "target_gap_points", "Total", 202223)).startsWith("40 | 10.000000 | u | x | ");
        assertThat(row(columns, "target_gap_points", "H1", 202223)).isEqualTo("20 | 10.000000 |  | x | z");
    }

    @Test
    void theSchoolsBehindAGapAreCountedWhereThereAreTooFewForAGap() throws SQLException {
        workbench.submit("target", """
                | indicator               | network    | education_phase | time_period | target |
                |-------------------------|------------|-----------------|-------------|--------|
                | schools_engaged_percent | Maths Hubs | Total           | 202122      | 45     |
                """);
        engage(202021, "H1", "H2", "H3");
        engage(202122, "H2");
        publish();
        assertThat(row("n, value, symbol", "schools_engaged_percent", "Total", 202122))
                .isEqualTo("40 | x | x");
        assertThat(row("n, value, symbol", "target_gap_points", "Total", 202122))
                .isEqualTo("40 | x | x");
        assertThat(row("n, value, symbol", "target_gap_points", "H1", 202122)).isEqualTo("x | x | x");
    }

    /// H3 misses the second and the fourth year: in the fourth it does not contribute, and it has a gap all the same.
    @Test
    void aGapOfAnyOpenHubMakesTheNetworksSurvivalUnreliable() throws SQLException {
        // Few schools, so that the others cover the network.
        workbench.execute("delete from school_register where la_code = '803' and urn >= 300005");
        engage(202021, "H1", "H2", "H3");
        engage(202122, "H1", "H2");
        engage(202223, "H1", "H2", "H3");
        engage(202324, "H1", "H2");
        publish();
        String survival = "select n, value, symbol, hubs_contributing from indicators_csv where hub = 'Total'"
                + " and indicator = 'engagement_survival_percent' and breakdown = '1 year' and time_period = ";
        assertThat(workbench.rows(survival + 202324)).containsExactly("40 | 100.000000 | u | 2");
        // In the year after it has closed there is no gap to tell of.
        workbench.execute("update hub_list set closed = 202223 where hub = 'H3'");
        publish();
        assertThat(workbench.rows(survival + 202324)).containsExactly("40 | 100.000000 |  | 2");
        assertThat(workbench.rows(survival + 202223)).containsExactly("40 | 100.000000 | u | 3");
    }

    /// H1 alone has survey answers, of few people; in the second year H2 alone has some.
    @Test
    void aChangeThatStandsOnNoHubIsNotAvailableAndHidesNothing() throws SQLException {
        survey(202021, "H1", 4);
        survey(202122, "H2", 4);
        publish();
        String columns = "symbol, change, change_lower_ci, change_hubs";
        assertThat(row(columns, "respondents_satisfied_percent", "Total", 202122))
                .isEqualTo("c | x | x | 0");
        survey(202122, "H1", 4);
        survey(202021, "H2", 4);
        publish();
        assertThat(row(columns, "respondents_satisfied_percent", "Total", 202122))
                .isEqualTo("c | c | c | 2");
    }

    @Test
    void hubsContinueFromTheSecondYearOn() throws SQLException {
        workbench.execute("update hub_list set opened = 201819");
        engage(202021, "H1", "H2", "H3");
        engage(202122, "H1", "H2");
        publish();
        String columns = "numerator, denominator, value, hubs_contributing, change_hubs";
        assertThat(row(columns, "hubs_continuing_percent", "Total", 202021)).isEqualTo("x | x | x | 0 | 0");
        assertThat(row(columns, "hubs_continuing_percent", "Total", 202122)).isEqualTo("3 | 3 | x | 3 | 0");
    }

    private void survey(int timePeriod, String hub, int answers) throws SQLException {
        StringBuilder rows =
                new StringBuilder("| hub | time_period | response_id | urn | activity | overall |\n|--|\n");
        for (int answer = 1; answer <= answers; answer++)
            rows.append("| %s | %d | %s%d-%d | %d | A | 5 |%n"
                    .formatted(hub, timePeriod, hub, timePeriod, answer, 100_000 * (hub.charAt(1) - '0') + answer));
        workbench.submit("survey_response", rows.toString());
    }

    private static String schools() {
        StringBuilder rows = new StringBuilder("| urn | la_code | status | type_group | phase | pupils |\n|--|\n");
        for (int hub = 1; hub <= 3; hub++)
            for (int school = 0; school < 40; school++)
                rows.append(
                        "| %d | 80%d | Open | Academies | Primary | 100 |%n".formatted(100_000 * hub + school, hub));
        return rows.toString();
    }

    /// A return for each of the first twenty schools of the hub's area.
    private void engage(int timePeriod, String... hubs) throws SQLException {
        for (String hub : hubs) {
            StringBuilder rows =
                    new StringBuilder("| hub | time_period | urn | activity | participant | status |\n|--|\n");
            for (int school = 0; school < 20; school++)
                rows.append("| %s | %d | %d | A | P%d | Attending |%n"
                        .formatted(hub, timePeriod, 100_000 * (hub.charAt(1) - '0') + school, school));
            workbench.submit("engagement", rows.toString());
        }
    }

    private void publish() throws SQLException {
        workbench.build();
        new Indicators(CATALOGUE).measure(workbench.connection());
        new Publication(CATALOGUE).makeFigures(workbench.connection());
    }

    private String network(String indicator, int timePeriod) throws SQLException {
        return row(
                "numerator, denominator, value, symbol, hubs_contributing, hubs_open, coverage_percent",
                indicator,
                "Total",
                timePeriod);
    }

    private String hub(String indicator, String hub, int timePeriod) throws SQLException {
        return row("value, symbol", indicator, hub, timePeriod);
    }

    private String change(String hub, int timePeriod) throws SQLException {
        return row("change, change_hubs", "schools_engaged_percent", hub, timePeriod);
    }

    private String row(String columns, String indicator, String hub, int timePeriod) throws SQLException {
        List<String> rows = workbench.rows("select " + columns + " from indicators_csv where indicator = '" + indicator
                + "' and hub = '" + hub + "' and time_period = " + timePeriod
                + " and education_phase = 'Total' and breakdown = 'Total'");
        return rows.get(0);
    }
}
