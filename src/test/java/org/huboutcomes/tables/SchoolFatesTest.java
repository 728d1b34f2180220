package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Each school engaged in a year has one fate in the next. School 1 stays; 2 becomes the academy 20 and is engaged; 3
/// becomes the academy 30 and is not; 4 pauses on the pathway; 5 closes; 6 goes to another hub's area; 7 leaves.
class SchoolFatesTest {

    private static Workbench workbench;

    @BeforeAll
    static void twoYears() throws SQLException {
        Catalogue catalogue = Catalogue.packaged();
        workbench = new Workbench(catalogue);
        new Indicators(catalogue).describe(workbench.connection());
        workbench
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
                        | H2  | 802     | 202223      |           |
                        """)
                .submit("school_register", """
                        | urn | la_code | status | close_date | open_date  | type_group | phase   |
                        |-----|---------|--------|------------|------------|------------|---------|
                        | 1   | 801     | Open   |            |            | Academies  | Primary |
                        | 2   | 801     | Closed | 2022-08-31 |            | Academies  | Primary |
                        | 20  | 801     | Open   |            | 2022-09-01 | Academies  | Primary |
                        | 3   | 801     | Closed | 2022-08-31 |            | Academies  | Primary |
                        | 30  | 801     | Open   |            | 2022-09-01 | Academies  | Primary |
                        | 4   | 801     | Open   |            |            | Academies  | Primary |
                        | 5   | 801     | Closed | 2022-08-31 |            | Academies  | Primary |
                        | 6   | 802     | Open   |            |            | Academies  | Primary |
                        | 7   | 801     | Open   |            |            | Academies  | Primary |
                        """)
                .submit("school_link", """
                        | urn | link_urn | link_type |
                        |-----|----------|-----------|
                        | 2   | 20       | Successor |
                        | 3   | 30       | Successor |
                        """)
                .submit("engagement", """
                        | hub | time_period | urn | activity | participant | status    |
                        |-----|-------------|-----|----------|-------------|-----------|
                        | H1  | 202122      | 1   | A        | P           | Attending |
                        | H1  | 202122      | 2   | A        | P           | Attending |
                        | H1  | 202122      | 3   | A        | P           | Attending |
                        | H1  | 202122      | 4   | A        | P           | Attending |
                        | H1  | 202122      | 5   | A        | P           | Attending |
                        | H1  | 202122      | 6   | A        | P           | Attending |
                        | H1  | 202122      | 7   | A        | P           | Attending |
                        | H1  | 202223      | 1   | A        | P           | Attending |
                        | H1  | 202223      | 20  | A        | P           | Attending |
                        | H1  | 202223      | 6   | A        | P           | Attending |
                        """)
                .submit("pathway", """
                        | hub | time_period | urn | stage      | status |
                        |-----|-------------|-----|------------|--------|
                        | H1  | 202223      | 4   | Developing | Paused |
                        """)
                .submitNil("engagement", "H2", 202122)
                .submitNil("engagement", "H2", 202223)
                .build();
        new Indicators(catalogue).measure(workbench.connection());
        new SqlFolder(catalogue, "publish").run(workbench.connection());
    }

    @AfterAll
    static void close() throws SQLException {
        workbench.close();
    }

    @Test
    void everySchoolHasOneFate() throws SQLException {
        assertThat(workbench.rows("""
                        select lineage, fate from followed_school
                        where hub = 'H1' and time_period = 202223 order by all"""))
                .containsExactly(
                        "1 | Stayed",
                        "4 | Paused",
                        "5 | Closed",
                        "6 | Moved area",
                        "7 | Left",
                        "20 | Converted",
                        "30 | Left");
    }

    @Test
    void stayedAndConvertedAreTheRetainedOfThoseStillEligible() throws SQLException {
        assertThat(workbench.rows("""
                        select numerator, denominator from measured
                        where
                            indicator = 'schools_retained_percent' and hub = 'H1' and time_period = 202223
                            and education_phase = 'Total'""")).containsExactly("2 | 5");
        assertThat(workbench.rows("""
                        select counts_as, sum(schools) from school_loss
                        where hub = 'H1' and time_period = 202223
                        group by counts_as order by min(fate_order)""")).containsExactly("Retained | 2", "Not retained | 3", "In neither count | 2");
    }
}
