package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which schools are eligible for a hub and a network in an academic year, and with which attributes.
class EligibilityTest {

    private Workbench workbench;

    @BeforeEach
    void open() throws SQLException {
        workbench = new Workbench(Catalogue.packaged())
                .submit("hub_list", """
                        | network    | hub | hub_name | opened | closed |
                        |------------|-----|----------|--------|--------|
                        | Maths Hubs | H1  | One      |        |        |
                        | Maths Hubs | H2  | Two      | 202122 |        |
                        | Maths Hubs | H3  | Three    |        | 202122 |
                        """)
                .submit("hub_area", """
                        | hub | la_code | from_period | to_period | district |
                        |-----|---------|-------------|-----------|----------|
                        | H1  | 801     |             |           |          |
                        | H1  | 802     |             | 202122    |          |
                        | H2  | 802     | 202223      |           |          |
                        | H2  | 803     |             |           | Northam  |
                        | H3  | 804     |             |           |          |
                        """)
                .submitNil("engagement", "H1", 202122)
                .submitNil("engagement", "H1", 202223);
    }

    @AfterEach
    void close() throws SQLException {
        workbench.close();
    }

    @Test
    void aSchoolThatClosesInTheAutumnIsEligibleInTheYearBeforeOnly() throws SQLException {
        register("1 | 801 | Closed | 2010-09-01 | 2022-12-31 | Academies");
        assertThat(eligible()).containsExactly("202122 | H1 | 1 | 1", "202122 | Total | 1 | 1");
    }

    @Test
    void aSchoolIsOpenOnTheDayItOpensAndNotOnTheDayItCloses() throws SQLException {
        register(
                "1 | 801 | Open   | 2022-01-01 |            | Academies",
                "2 | 801 | Closed |            | 2023-01-01 | Academies",
                "3 | 801 | Closed |            | 2023-01-02 | Academies");
        assertThat(eligible())
                .contains("202122 | H1 | 1 | 1", "202122 | H1 | 2 | 2", "202223 | H1 | 3 | 3")
                .doesNotContain("202223 | H1 | 2 | 2");
    }

    @Test
    void aClosedSchoolWithoutADateCountsAsItsDatesSay() throws SQLException {
        register("1 | 801 | Closed | | | Academies");
        assertThat(eligible()).contains("202223 | H1 | 1 | 1");
    }

    @Test
    void proposedAndIndependentSchoolsCountNowhere() throws SQLException {
        register("1 | 801 | Proposed to open | | | Free Schools", "2 | 801 | Open | | | Independent schools");
        assertThat(eligible()).isEmpty();
    }

    @Test
    void aCollegeCounts() throws SQLException {
        register("1 | 801 | Open | | | Colleges");
        assertThat(eligible()).contains("202223 | H1 | 1 | 1");
    }

    @Test
    void aSchoolFollowsItsAreaFromHubToHubAndStaysOneInTheNetwork() throws SQLException {
        register("1 | 802 | Open | | | Special schools");
        assertThat(eligible())
                .containsExactly(
                        "202122 | H1 | 1 | 1",
                        "202122 | Total | 1 | 1",
                        "202223 | H2 | 1 | 1",
                        "202223 | Total | 1 | 1");
    }

    @Test
    void theDistrictOfAnOlderListIsNotUsed() throws SQLException {
        register("1 | 803 | Open | | | Academies | Northam", "2 | 803 | Open | | | Academies | Southam");
        assertThat(eligible()).contains("202223 | H2 | 1 | 1", "202223 | H2 | 2 | 2");
    }

    @Test
    void aHubThatHasClosedHasNoSchools() throws SQLException {
        register("1 | 804 | Open | | | Academies");
        assertThat(eligible()).containsExactly("202122 | H3 | 1 | 1", "202122 | Total | 1 | 1");
    }

    @Test
    void aSuccessorIsTheSameSchoolAndTheOpenUrnDescribesIt() throws SQLException {
        register(
                "1 | 801 | Closed | | 2022-08-31 | Local authority maintained schools",
                "2 | 801 | Open   | 2022-09-01 | | Academies");
        workbench
                .submit("school_link", "| urn | link_urn | link_type |\n|--|--|--|\n| 1 | 2 | Successor |")
                .build();
        assertThat(eligible()).contains("202122 | H1 | 2 | 1", "202223 | H1 | 2 | 2");
    }

    @Test
    void ofTwoOpenUrnsOfOneLineageTheHighestDescribesIt() throws SQLException {
        register(
                "1 | 801 | Closed | | 2023-08-31 | Local authority maintained schools",
                "2 | 801 | Open   | 2022-09-01 | | Academies");
        workbench
                .submit("school_link", "| urn | link_urn | link_type |\n|--|--|--|\n| 1 | 2 | Successor |")
                .build();
        assertThat(eligible())
                .contains("202122 | H1 | 2 | 1", "202223 | H1 | 2 | 2")
                .hasSize(4);
    }

    @Test
    void phasesAndPlacesAreReadAsTheRegisterNamesThem() throws SQLException {
        workbench.submit("school_register", """
                        | urn | phase                   | urban_rural                               | pupils |
                        |-----|-------------------------|-------------------------------------------|--------|
                        | 1   | Middle deemed primary   | (England/Wales) Rural town and fringe     | 10     |
                        | 2   | Middle deemed secondary | (England/Wales) Urban city and town       |        |
                        | 3   | All-through             | Larger rural: Nearer to a major town      | 30     |
                        | 4   | 16 plus                 |                                           | 40     |
                        | 5   | Nursery                 | Urban: Further from a major town          | 50     |
                        """).build();
        assertThat(workbench.rows("select urn, phase, is_rural, pupils from school order by urn"))
                .containsExactly(
                        "1 | Primary | true | 10",
                        "2 | Secondary | false | 0",
                        "3 | Secondary | true | 30",
                        "4 | Post-16 |  | 40",
                        "5 | Other | false | 50");
    }

    private void register(String... schools) throws SQLException {
        StringBuilder rows = new StringBuilder(
                "| urn | la_code | status | open_date | close_date | type_group | district_name |\n|--|\n");
        for (String school : schools)
            rows.append("| ").append(school).append(school.split("\\|").length == 7 ? " |\n" : " | |\n");
        workbench.submit("school_register", rows.toString()).build();
    }

    private List<String> eligible() throws SQLException {
        return workbench.rows("select time_period, hub, lineage, urn from eligible_school"
                + " where hub in (select hub from hub) or hub = 'Total' order by time_period, hub, lineage");
    }
}
