package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.reports.paper.ReportResources;
import org.huboutcomes.tables.SqlFolder;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The tables that only reports print: eligible schools, areas, how long schools stay, and why they leave.
class ReportTablesTest {

    private static Workbench workbench;

    @BeforeAll
    static void publish() throws SQLException {
        Catalogue catalogue = Catalogue.packaged();
        workbench = new Workbench(catalogue)
                .submit("hub_list", """
                        | network    | hub | hub_name |
                        |------------|-----|----------|
                        | Maths Hubs | H1  | One      |
                        | Maths Hubs | H2  | Two      |
                        """)
                .submit("hub_area", """
                        | hub | la_code | from_period | to_period |
                        |-----|---------|-------------|-----------|
                        | H1  | 801     |             |           |
                        | H1  | 802     |             | 202122    |
                        | H1  | 803     | 202223      |           |
                        """)
                .submit("school_register", """
                        | urn | la_code | la_name | status | type_group | phase     | admissions_policy | urban_rural     |
                        |-----|---------|---------|--------|------------|-----------|-------------------|-----------------|
                        | 1   | 801     | Arden   | Open   | Academies  | Primary   |                   | Rural village   |
                        | 2   | 801     | Arden   | Open   | Academies  | Primary   |                   | Urban city      |
                        | 3   | 801     | Arden   | Open   | Academies  | Primary   |                   | Urban city      |
                        | 4   | 801     | Arden   | Open   | Academies  | Primary   |                   | Urban city      |
                        | 5   | 801     | Arden   | Open   | Academies  | Secondary | Selective         | Urban city      |
                        | 6   | 803     | Cole    | Open   | Academies  | Secondary |                   |                 |
                        """)
                .submit("engagement", """
                        | hub | time_period | urn | activity | participant | sessions_attended |
                        |-----|-------------|-----|----------|-------------|-------------------|
                        | H1  | 202122      | 1   | NCP21-01 | a           | 1                 |
                        | H1  | 202223      | 2   | NCP22-01 | b           | 1                 |
                        | H1  | 202223      | 3   | NCP22-01 | c           | 1                 |
                        | H1  | 202223      | 4   | NCP22-02 | d           | 1                 |
                        | H1  | 202223      | 5   | NCP22-02 | e           | 0                 |
                        """)
                .submit("delivery", """
                        | hub | time_period | activity | activity_title |
                        |-----|-------------|----------|----------------|
                        | H1  | 202223      | NCP22-01 | Number         |
                        | H2  | 202223      | NCP22-01 | Number         |
                        | H1  | 202223      | NCP22-02 | Ratio          |
                        """)
                .submit("pd_lead", """
                        | hub | time_period | lead | role        |
                        |-----|-------------|------|-------------|
                        | H1  | 202223      | l1   | Coordinator |
                        | H1  | 202223      | l2   | Facilitator |
                        | H1  | 202223      | l3   | Facilitator |
                        | H1  | 202223      | l4   | Facilitator |
                        | H1  | 202223      | l5   | Facilitator |
                        | H1  | 202223      | l6   | Facilitator |
                        """)
                .submit("pathway", """
                        | hub | time_period | urn | stage      | status | reason          |
                        |-----|-------------|-----|------------|--------|-----------------|
                        | H1  | 202223      | 1   | Developing | Paused | Staff  turnover |
                        | H1  | 202223      | 2   | Developing | Paused | staff turnover  |
                        | H1  | 202223      | 3   | Embedding  | Left   |                 |
                        | H1  | 202223      | 4   | Embedding  | Active |                 |
                        """)
                .build();
        new Indicators(catalogue).measure(workbench.connection());
        new SqlFolder(catalogue, "publish").run(workbench.connection());
    }

    @AfterAll
    static void close() throws SQLException {
        workbench.close();
    }

    @Test
    void eligibleSchoolsAreGroupedByTopicWithNoShareUnderTen() throws SQLException {
        assertThat(ofHub("topic, item, eligible, engaged, value", "school_context", "topic_order, item_order"))
                .containsExactly(
                        "Phase | Primary | 4 | 3 | ",
                        "Phase | Secondary | 2 | 0 | ",
                        "Pupils eligible for free school meals | Not known | 6 | 3 | ",
                        "Urban or rural | Urban | 4 | 3 | ",
                        "Urban or rural | Rural | 1 | 0 | ",
                        "Urban or rural | Not known | 1 | 0 | ",
                        "Admission to secondary schools | Selective | 1 | 0 | ",
                        "Admission to secondary schools | Not selective | 1 | 0 | ");
    }

    @Test
    void changesOfTheAreaAreListed() throws SQLException {
        assertThat(ofHub("authority, schools, change", "hub_authority", "authority"))
                .containsExactly(
                        "Arden | 5 | As last year",
                        "Authority 802 | 0 | No longer in the area",
                        "Cole | 1 | New this year");
    }

    @Test
    void aHubSeesItsOwnLeadsAndTheNetworkNoCountOfOneToFour() throws SQLException {
        assertThat(ofHub("role, leads", "lead_role", "role")).containsExactly("Coordinator | 1", "Facilitator | 5");
        assertThat(workbench.rows("select role, leads from lead_role where hub = 'Total' order by role"))
                .containsExactly("Coordinator | c", "Facilitator | 5");
    }

    @Test
    void aContextIsReachedIfThreeOfThreeSchoolsAreEngaged() throws SQLException {
        assertThat(ofHub("phase, place, eligible, engaged, is_reached", "context_cell", "phase_order, place"))
                .containsExactly(
                        "Primary | Rural | 1 | 0 | ",
                        "Primary | Urban | 3 | 3 | true",
                        "Secondary | Place not known | 1 | 0 | ",
                        "Secondary | Urban, selective | 1 | 0 | ");
    }

    @Test
    void ofANetworkOfTwoHubsAHubSeesItsOwnActivitiesAndNotHowManyHubsDeliverThem() throws SQLException {
        assertThat(ofHub("identity, title, delivering, hubs, value, schools", "activity_spread", "identity"))
                .containsExactly("NCP-01 | Number |  |  |  | 2", "NCP-02 | Ratio |  |  |  | 1");
        assertThat(workbench.rows(
                        "select identity, delivering, hubs from activity_spread where hub = 'Total' order by identity"))
                .containsExactly("NCP-01 | 2 | 2", "NCP-02 | 1 | 2");
    }

    @Test
    void theSheetsOfADataPackNameTheColumnsOfTheTables() throws SQLException {
        YamlKeys tables = YamlKeys.of("sheets.yaml", ReportResources.packaged().text("data_pack/sheets.yaml"))
                .keys("tables");
        for (String table : workbench.rows("select table_name from report_table")) {
            Set<String> known =
                    new TreeSet<>(tables.keys(table).keys("columns").map().keySet());
            known.addAll(tables.keys(table).list("without"));
            assertThat(workbench.rows("select column_name from duckdb_columns() where table_name = '" + table
                            + "' and column_name not in ('network', 'hub', 'time_period')"
                            + " and not ends_with(column_name, '_order')"))
                    .as(table)
                    .containsExactlyInAnyOrderElementsOf(known);
        }
    }

    @Test
    void aHubSeesItsOwnSchoolsInListsAndTheNetworkNone() throws SQLException {
        assertThat(ofHub("topic, urn, last_period, note", "own_school", "topic, place"))
                .containsExactly(
                        "One person | 2 | 202223 | ",
                        "One person | 3 | 202223 | ",
                        "One person | 4 | 202223 | ",
                        "Paused | 1 | 202122 | Staff turnover",
                        "Paused | 2 | 202223 | Staff turnover");
        assertThat(workbench.rows("from own_school where hub = 'Total'")).isEmpty();
    }

    @Test
    void theStepsOfAChangeInPlacesAddUp() throws SQLException {
        try (Workbench places = new Workbench(Catalogue.packaged())
                .submit("hub_list", """
                        | network    | hub | hub_name |
                        |------------|-----|----------|
                        | Maths Hubs | H1  | One      |
                        """)
                .submit("delivery", """
                        | hub | time_period | activity | places_offered | places_filled |
                        |-----|-------------|----------|----------------|---------------|
                        | H1  | 202122      | A        | 30             | 20            |
                        | H1  | 202122      | B        | 10             | 9             |
                        | H1  | 202122      | D        | 12             | 8             |
                        | H1  | 202122      | E        | 6              |               |
                        | H1  | 202223      | A        | 20             | 18            |
                        | H1  | 202223      | C        | 15             | 5             |
                        | H1  | 202223      | D        | 12             |               |
                        | H1  | 202223      | E        | 6              | 5             |
                        """)
                .build()) {
            new Indicators(Catalogue.packaged()).measure(places.connection());
            new Publication(Catalogue.packaged()).make(places.connection());
            assertThat(places.rows("""
                    select step, activities, places_offered, places_filled, round(value, 1)
                    from places_change
                    order by step_order
                    """))
                    .containsExactly(
                            "Last year | 3 | 52 | 37 | 71.2",
                            "Activities that ended | 1 | -10 | -9 | ",
                            "New activities | 1 | 15 | 5 | ",
                            "Change in the same activities | 1 | -10 | -2 | ",
                            "Places not stated in one year | 2 | -6 | -3 | ",
                            "This year | 3 | 41 | 28 | 68.3");
        }
    }

    @Test
    void reasonsThatDifferInSpacesAndCapitalsAreTheSame() throws SQLException {
        assertThat(ofHub("status, reason, schools", "pathway_reason", "status desc"))
                .containsExactly("Paused | Staff turnover | 2", "Left | No reason given | 1");
    }

    @Test
    void aLifeTableNeedsAThirdYear() throws SQLException {
        assertThat(workbench.rows("from survival_step")).isEmpty();
    }

    @Test
    void aNetworkCountsTheHubsThatReturned() throws SQLException {
        assertThat(
                        workbench.rows(
                                "select hub, return_name, hubs, received from return_coverage "
                                        + "where time_period = 202223 and return_name in ('Delivery', 'PD leads') order by return_order"))
                .containsExactly("Total | Delivery | 2 | 2", "Total | PD leads | 2 | 1");
    }

    private static List<String> ofHub(String columns, String table, String order) throws SQLException {
        return workbench.rows("select " + columns + " from " + table
                + " where hub = 'H1' and time_period = 202223 order by " + order);
    }
}
