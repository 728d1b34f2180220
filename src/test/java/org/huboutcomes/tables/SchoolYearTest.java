package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What schools did, credited to the hubs that report it, and once to the network.
class SchoolYearTest {

    private Workbench workbench;

    @BeforeEach
    void open() throws SQLException {
        workbench = new Workbench(Catalogue.packaged())
                .submit("hub_list", """
                        | network    | hub | hub_name |
                        |------------|-----|----------|
                        | Maths Hubs | H1  | One      |
                        | Maths Hubs | H2  | Two      |
                        """)
                .submit("hub_area", """
                        | hub | la_code |
                        |-----|---------|
                        | H1  | 801     |
                        | H2  | 802     |
                        """)
                .submit("school_register", """
                        | urn | la_code | status | close_date | type_group |
                        |-----|---------|--------|------------|------------|
                        | 1   | 801     | Closed | 2022-08-31 | Academies  |
                        | 2   | 801     | Open   |            | Academies  |
                        | 3   | 802     | Open   |            | Academies  |
                        """)
                .submit("school_link", """
                        | urn | link_urn | link_type |
                        |-----|----------|-----------|
                        | 1   | 2        | Successor |
                        """);
    }

    @AfterEach
    void close() throws SQLException {
        workbench.close();
    }

    @Test
    void aSchoolIsCreditedToTheHubThatListsItAndCountsThereOnlyWhenEligible() throws SQLException {
        workbench.submit("engagement", """
                        | hub | time_period | urn | activity | status    | sessions_offered | sessions_attended |
                        |-----|-------------|-----|----------|-----------|------------------|-------------------|
                        | H1  | 202223      | 2   | A        | Enrolled  | 4                | 0                 |
                        | H1  | 202223      | 2   | B        | Attending | 4                | 1                 |
                        | H1  | 202223      | 3   | A        | Completed | 4                | 4                 |
                        | H2  | 202223      | 3   | A        | Enrolled  | 4                | 0                 |
                        """).build();
        assertThat(workbench.rows("select hub, lineage, rung from school_year order by hub, lineage"))
                .containsExactly("H1 | 2 | 2", "H2 | 3 | 1", "Total | 2 | 2", "Total | 3 | 3");
    }

    @Test
    void aPredecessorsYearCountsForItsSuccessor() throws SQLException {
        workbench.submit("engagement", """
                        | hub | time_period | urn | activity | status    |
                        |-----|-------------|-----|----------|-----------|
                        | H1  | 202122      | 1   | A        | Completed |
                        | H1  | 202223      | 2   | A        | Attending |
                        """).build();
        assertThat(workbench.rows("""
                        select time_period, lineage, urn, rung, rung_before, eligible_before, ever_engaged
                        from school_year
                        where hub = 'H1'
                        order by time_period, urn
                        """))
                .containsExactly("202122 | 2 | 2 | 3 | 0 | false | true", "202223 | 2 | 2 | 2 | 3 | true | true");
    }

    @Test
    void aSchoolWithTwoPlacesStandsAtItsHighestActiveStage() throws SQLException {
        workbench.submit("pathway", """
                        | hub | time_period | urn | stage      | status |
                        |-----|-------------|-----|------------|--------|
                        | H1  | 202223      | 2   | Developing | Active |
                        | H1  | 202223      | 2   | Embedding  | Active |
                        | H1  | 202223      | 2   | Sustaining | Paused |
                        | H2  | 202223      | 3   | Developing | Paused |
                        """).build();
        assertThat(workbench.rows(
                        "select hub, active, active_developing, active_beyond, beyond, state from pathway_school "
                                + "order by hub, lineage"))
                .containsExactly(
                        "H1 | true | true | true | true | Embedding",
                        "H2 | false | false | false | false | Paused",
                        "Total | true | true | true | true | Embedding",
                        "Total | false | false | false | false | Paused");
    }

    @Test
    void everyStandingOnThePathwayIsToldApartAndFollowedForAYear() throws SQLException {
        workbench.submit("pathway", """
                        | hub | time_period | urn | stage      | status |
                        |-----|-------------|-----|------------|--------|
                        | H1  | 201718      | 2   | Developing | Active |
                        | H1  | 201819      | 2   | Embedding  | Paused |
                        | H1  | 201920      | 2   | Sustaining | Active |
                        | H1  | 202021      | 2   | Sustaining | Left   |
                        | H1  | 202122      | 2   | Embedding  | Active |
                        """).submitNil("pathway", "H1", 202223).build();
        assertThat(workbench.rows("select state, active, active_developing, active_beyond, beyond, paused"
                        + " from pathway_school where hub = 'H1' order by time_period"))
                .containsExactly(
                        "Developing | true | true | false | false | false",
                        "Paused | false | false | false | true | true",
                        "Sustaining | true | false | true | true | false",
                        "Left | false | false | false | true | false",
                        "Embedding | true | false | true | true | false");
        assertThat(workbench.rows("select time_period, active, active_developing_before, active_beyond, beyond,"
                        + " paused_before from school_year where hub = 'H1' order by time_period"))
                .containsExactly(
                        "201718 | true | false | false | false | false",
                        "201819 | false | true | false | true | false",
                        "201920 | true | false | true | true | true",
                        "202021 | false | false | false | true | false",
                        "202122 | true | false | true | true | false",
                        "202223 | false | false | false | false | false");
    }

    @Test
    void aSupersededClaimCountsNowhere() throws SQLException {
        workbench
                .submit("engagement", """
                        | hub | time_period | urn | activity | status    |
                        |-----|-------------|-----|----------|-----------|
                        | H1  | 202223      | 2   | A        | Completed |
                        | H2  | 202223      | 3   | A        | Completed |
                        """)
                .execute("update claim set in_force = false where hub = 'H1'")
                .build();
        assertThat(workbench.rows("select hub, urn from participation")).containsExactly("H2 | 3");
        assertThat(workbench.rows("select hub, return_name from return_received order by hub"))
                .containsExactly("H2 | engagement");
    }

    @Test
    void everyResponseInForceCounts() throws SQLException {
        workbench.submit("survey_response", """
                        | hub | time_period | urn | activity | response_id | overall |
                        |-----|-------------|-----|----------|-------------|---------|
                        | H1  | 202223      | 2   | A        | 1           | 1       |
                        | H1  | 202223      | 2   | A        | 2           | 2       |
                        | H1  | 202223      | 2   | B        | 1           | 3       |
                        | H1  | 202223      | 2   | A        |             | 4       |
                        | H1  | 202223      |     | A        |             | 5       |
                        """).build();
        assertThat(workbench.rows("select activity, overall, lineage, cluster from response order by overall, cluster"))
                .satisfiesExactly(
                        row -> assertThat(row).isEqualTo("A | 1 | 2 | school 2"),
                        row -> assertThat(row).isEqualTo("A | 2 | 2 | school 2"),
                        row -> assertThat(row).isEqualTo("B | 3 | 2 | school 2"),
                        row -> assertThat(row).isEqualTo("A | 4 | 2 | school 2"),
                        row -> assertThat(row).startsWith("A | 5 |  | response "));
    }

    @Test
    void theYearsOfANetworkRunFromItsFirstAcceptedReturnToItsLast() throws SQLException {
        workbench
                .submitNil("engagement", "H1", 201819)
                .submitNil("delivery", "H2", 202122)
                .build();
        assertThat(workbench.rows("select time_period from hub_year where hub = 'H2' order by all"))
                .containsExactly("201819", "201920", "202021", "202122");
    }
}
