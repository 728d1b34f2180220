package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What happened to engaged schools from year to year, for a hub that returned every year, one that left a year
/// out, and their network. Schools 3 and 6 close, 4 is passed from the first hub to the third, 10 becomes the
/// academy 90.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowedSchoolsTest {

    private final Workbench workbench;

    FollowedSchoolsTest() throws SQLException {
        workbench = new Workbench(Catalogue.packaged());
    }

    @BeforeAll
    void fiveYears() throws SQLException {
        workbench
                .submit("hub_list", """
                        | network    | hub | hub_name |
                        |------------|-----|----------|
                        | Maths Hubs | H1  | One      |
                        | Maths Hubs | H2  | Two      |
                        | Maths Hubs | H3  | Three    |
                        """)
                .submit("hub_area", """
                        | hub | la_code | from_period | to_period |
                        |-----|---------|-------------|-----------|
                        | H1  | 801     |             |           |
                        | H1  | 802     |             | 201617    |
                        | H3  | 802     | 201718      |           |
                        | H2  | 803     |             |           |
                        """)
                .submit("school_register", """
                        | urn | la_code | status | close_date | open_date  | type_group | phase     | fsm_percent | admissions_policy | urban_rural |
                        |-----|---------|--------|------------|------------|------------|-----------|-------------|-------------------|-------------|
                        | 1   | 801     | Open   |            |            | Academies  | Primary   | 20          | Selective         | Urban city  |
                        | 2   | 801     | Open   |            |            | Academies  | Primary   | 10          |                   | Urban city  |
                        | 3   | 801     | Closed | 2017-08-31 |            | Academies  | Secondary | 10          |                   | Urban city  |
                        | 4   | 802     | Open   |            |            | Academies  | Primary   | 10          |                   | Urban city  |
                        | 5   | 801     | Open   |            |            | Academies  | Primary   |             |                   | Urban city  |
                        | 6   | 801     | Closed | 2018-08-31 |            | Academies  | Primary   | 30          |                   | Rural       |
                        | 7   | 803     | Open   |            |            | Academies  | Secondary | 10          | Selective         | Urban city  |
                        | 8   | 803     | Open   |            |            | Academies  | Secondary | 5           | Selective         | Urban city  |
                        | 50  | 801     | Open   |            |            | Academies  | Primary   | 10          |                   | Urban city  |
                        | 10  | 801     | Closed | 2017-08-31 |            | Academies  | Primary   | 10          |                   | Urban city  |
                        | 90  | 801     | Open   |            | 2017-09-01 | Academies  | Primary   | 10          |                   | Urban city  |
                        """)
                .submit("school_link", """
                        | urn | link_urn | link_type |
                        |-----|----------|-----------|
                        | 10  | 90       | Successor |
                        """)
                .submit("engagement", """
                        | hub | time_period | urn | activity | participant | status    |
                        |-----|-------------|-----|----------|-------------|-----------|
                        | H1  | 201415      | 1   | A        | P           | Attending |
                        | H1  | 201415      | 2   | A        | P           | Attending |
                        | H1  | 201415      | 3   | A        | P           | Attending |
                        | H1  | 201415      | 4   | A        | P           | Attending |
                        | H1  | 201415      | 6   | A        | P           | Attending |
                        | H1  | 201415      | 50  | A        | P           | Attending |
                        | H1  | 201516      | 1   | A        | P           | Enrolled  |
                        | H1  | 201516      | 3   | A        | P           | Attending |
                        | H1  | 201516      | 4   | A        | P           | Attending |
                        | H1  | 201516      | 6   | A        | P           | Attending |
                        | H1  | 201617      | 2   | A        | P           | Attending |
                        | H1  | 201617      | 3   | A        | P           | Attending |
                        | H1  | 201617      | 4   | A        | P           | Attending |
                        | H1  | 201617      | 6   | A        | P           | Attending |
                        | H1  | 201617      | 10  | A        | P           | Attending |
                        | H1  | 201718      | 5   | A        | P           | Attending |
                        | H1  | 201718      | 50  | A        | P           | Attending |
                        | H1  | 201819      | 50  | A        | P           | Completed |
                        | H2  | 201415      | 7   | A        | P           | Attending |
                        | H2  | 201415      | 8   | A        | P           | Attending |
                        | H2  | 201617      | 8   | A        | P           | Attending |
                        """)
                .submit("pathway", """
                        | hub | time_period | urn | stage      | status |
                        |-----|-------------|-----|------------|--------|
                        | H1  | 201718      | 2   | Developing | Paused |
                        """)
                .submitNil("engagement", "H2", 201718)
                .submitNil("engagement", "H2", 201819)
                .submitNil("engagement", "H3", 201718)
                .submitNil("engagement", "H3", 201819)
                .build();
    }

    @AfterAll
    void close() throws SQLException {
        workbench.close();
    }

    @Test
    void aSchoolThatIsAwayForTwoReturnedYearsIsLostInTheFirstOfThem() throws SQLException {
        assertThat(survival("H1"))
                .containsExactly(
                        "1 | 1 | true | 201617",
                        "2 | 1 | false | 201617",
                        "2 | 2 | false | 201718",
                        "2 | 3 | true | 201819",
                        "3 | 1 | false | 201617",
                        "4 | 1 | false | 201617",
                        "6 | 1 | false | 201617",
                        "6 | 2 | false | 201718",
                        "50 | 1 | true | 201617",
                        "90 | 1 | true | 201819");
    }

    @Test
    void aYearWithoutAReturnTellsNothingOfTheSchoolsOfItsHub() throws SQLException {
        assertThat(survival("H2"))
                .containsExactly("7 | 2 | true | 201718", "8 | 2 | false | 201718", "8 | 3 | true | 201819");
    }

    @Test
    void theNetworkFollowsASchoolToTheHubThatHasItsArea() throws SQLException {
        assertThat(survival("Total"))
                .contains("4 | 1 | false | 201617", "4 | 2 | false | 201718", "4 | 3 | true | 201819");
    }

    @Test
    void everyEngagedSchoolOfTheYearBeforeHasAFate() throws SQLException {
        // A school that had only enrolled was not engaged.
        assertThat(fates("H1", 201617)).containsExactly("3 | Stayed", "4 | Stayed", "6 | Stayed");
        assertThat(fates("H1", 201718))
                .containsExactly("2 | Paused", "3 | Closed", "4 | Moved area", "6 | Left", "90 | Left");
        assertThat(fates("Total", 201718)).contains("4 | Left", "8 | Left").doesNotContain("7 | Left");
        assertThat(fates("H1", 201819)).containsExactly("5 | Left", "50 | Stayed");
        assertThat(fates("H2", 201516)).isEmpty();
    }

    @Test
    void oneWhoComesBackCountsItsEngagedYearsAndFollowsTheYearBeforeOnly() throws SQLException {
        assertThat(workbench.rows("""
                        select time_period, rung, rung_before, engaged_years
                        from school_year
                        where hub = 'H1' and lineage = 2
                        order by time_period
                        """))
                .containsExactly(
                        "201415 | 2 | 0 | 1",
                        "201516 | 0 | 2 | 1",
                        "201617 | 2 | 0 | 2",
                        "201718 | 0 | 2 | 2",
                        "201819 | 0 | 0 | 2");
    }

    @Test
    void fifthsAreOfTheNetworksSchoolsOfAPhaseAndEqualSharesAreNeverParted() throws SQLException {
        assertThat(fifths(201617))
                .containsExactly(
                        "1 | Primary | 4 | 3",
                        "2 | Primary | 1 | 1",
                        "3 | Secondary | 2 | 2",
                        "4 | Primary | 1 | 1",
                        "5 | Primary |  | ",
                        "6 | Primary | 5 | 3",
                        "7 | Secondary | 2 | 2",
                        "8 | Secondary | 1 | 1",
                        "50 | Primary | 1 | 1",
                        "90 | Primary | 1 | 1");
    }

    @Test
    void selectionTellsSecondarySchoolsApartOnly() throws SQLException {
        assertThat(workbench.rows("""
                        select phase, fsm_third, is_rural, is_selective, eligible, engaged
                        from context_year
                        where hub = 'Total' and time_period = 201617
                        order by all
                        """))
                .containsExactly(
                        "Primary | 1 | false | false | 4 | 3",
                        "Primary | 3 | false | false | 1 | 0",
                        "Primary | 3 | true | false | 1 | 1",
                        "Primary |  | false | false | 1 | 0",
                        "Secondary | 1 | false | true | 1 | 1",
                        "Secondary | 2 | false | false | 1 | 1",
                        "Secondary | 2 | false | true | 1 | 0");
    }

    private List<String> survival(String hub) throws SQLException {
        return workbench.rows("select lineage, step, is_lost, known_period from school_survival where hub = '" + hub
                + "' order by lineage, step");
    }

    private List<String> fates(String hub, int timePeriod) throws SQLException {
        return workbench.rows("select lineage, fate from followed_school where hub = '" + hub + "' and time_period = "
                + timePeriod + " order by lineage");
    }

    private List<String> fifths(int timePeriod) throws SQLException {
        return workbench.rows("select lineage, phase, fsm_fifth, fsm_third from school_year where hub = 'Total'"
                + " and time_period = " + timePeriod + " order by lineage");
    }
}
