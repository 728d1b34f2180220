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
