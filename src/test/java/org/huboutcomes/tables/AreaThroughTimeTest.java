package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Local authority 801 became 811 and 812 in 2022/23: school 1 is in 811 now, school 2 in 812. School 3 closed before,
/// without a successor; school 4 too, and became school 2.
class AreaThroughTimeTest {

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
                .submit("school_register", """
                        | urn | la_code | previous_la_code | status | open_date  | close_date | type_group |
                        |-----|---------|------------------|--------|------------|------------|------------|
                        | 1   | 811     | 801              | Open   |            |            | Academies  |
                        | 2   | 812     | 801              | Open   | 2022-04-01 |            | Academies  |
                        | 3   | 801     |                  | Closed |            | 2022-03-31 | Academies  |
                        | 4   | 801     |                  | Closed |            | 2022-03-31 | Academies  |
                        | 5   | 803     | 999              | Open   |            |            | Academies  |
                        """)
                .submit("school_link", "| urn | link_urn | link_type |\n|--|--|--|\n| 4 | 2 | Successor |")
                .submitNil("engagement", "H1", 202122)
                .submitNil("engagement", "H1", 202223);
    }

    @AfterEach
    void close() throws SQLException {
        workbench.close();
    }

    @Test
    void oldCodesNewCodesAndBothGiveTheSameSchoolsBeforeTheChange() throws SQLException {
        listed();
        for (List<String> codes : List.of(List.of("801"), List.of("811", "812"), List.of("801", "811", "812"))) {
            areas(codes.stream().map(code -> "H1 | " + code + " | | 202122").toArray(String[]::new));
            assertThat(eligible("H1")).as(codes.toString()).containsExactly("202122 | 1", "202122 | 2", "202122 | 3");
        }
    }

    @Test
    void fromTheYearOfTheChangeTheNewCodeCounts() throws SQLException {
        listed();
        areas("H1 | 811 | | ", "H2 | 812 | | ");
        assertThat(eligible("H1")).contains("202223 | 1").doesNotContain("202223 | 2");
        assertThat(eligible("H2")).contains("202122 | 2", "202223 | 2").doesNotContain("202223 | 1");
    }

    @Test
    void withoutAListTheRegisterSaysWhichCodesFollowAndTheOldCodeStillCounts() throws SQLException {
        areas("H1 | 801 | | ");
        assertThat(eligible("H1"))
                .containsExactly("202122 | 1", "202122 | 2", "202122 | 3", "202223 | 1", "202223 | 2");
    }

    @Test
    void theHubThatListsTheCodeOfTheYearHasTheSchool() throws SQLException {
        listed();
        areas("H1 | 801 | | ", "H2 | 811 | | ");
        // Until the change 801 is the valid code; after it 811.
        assertThat(eligible("H1")).contains("202122 | 1").doesNotContain("202223 | 1");
        assertThat(eligible("H2")).contains("202223 | 1").doesNotContain("202122 | 1");
    }

    @Test
    void aSchoolThatIsListedByItsNumberIsInThatHubAlone() throws SQLException {
        workbench.submit("hub_area", """
                | hub | la_code | urn | from_period | to_period |
                |-----|---------|-----|-------------|-----------|
                | H1  | 803     |     |             |           |
                | H1  | 811     |     |             |           |
                | H2  |         | 5   | 202223      |           |
                """).build();
        assertThat(eligible("H1")).contains("202122 | 5").doesNotContain("202223 | 5");
        assertThat(eligible("H2")).containsExactly("202223 | 5");
    }

    @Test
    void anotherCodeForTheSameAuthorityIsNoOtherArea() throws SQLException {
        listed();
        areas("H1 | 801 | | 202122", "H1 | 811 | 202223 | ", "H1 | 812 | 202223 | ");
        assertThat(workbench.rows("from restated_hub")).isEmpty();
    }

    private void listed() throws SQLException {
        workbench.submit("authority_change", """
                | old_code | new_code | first_period |
                |----------|----------|--------------|
                | 801      | 811      | 202223       |
                | 801      | 812      | 202223       |
                """);
    }

    private void areas(String... areas) throws SQLException {
        workbench.execute("update claim set in_force = false where return_name = 'hub_area'");
        workbench
                .submit(
                        "hub_area",
                        "| hub | la_code | from_period | to_period |\n|--|\n| " + String.join(" |\n| ", areas) + " |\n")
                .build();
    }

    private List<String> eligible(String hub) throws SQLException {
        return workbench.rows("select time_period, lineage from eligible_school where hub = '" + hub
                + "' order by time_period, lineage");
    }
}
