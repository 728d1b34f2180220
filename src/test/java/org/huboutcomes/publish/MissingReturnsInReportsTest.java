package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.SqlFolder;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Tables of reports for a year whose return is missing or has a gap. Four hubs have twelve schools each. In
/// 2022/23, H1 lists no school for an activity whose places were filled, H2 sent no return the year before, H3 sent
/// none this year, and H4 sent returns each year, its pathway return only in the last.
class MissingReturnsInReportsTest {

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
                        | Maths Hubs | H3  | Three    |
                        | Maths Hubs | H4  | Four     |
                        """)
                .submit("hub_area", """
                        | hub | la_code |
                        |-----|---------|
                        | H1  | 801     |
                        | H2  | 802     |
                        | H3  | 803     |
                        | H4  | 804     |
                        """)
                .submit("school_register", schools())
                .submit("engagement", engagement())
                .submit("delivery", """
                        | hub | time_period | activity | activity_title | activity_type | places_offered | places_filled |
                        |-----|-------------|----------|----------------|---------------|----------------|---------------|
                        | H1  | 202223      | NCP-01   | Number         | Programme     | 20             | 5             |
                        | H1  | 202223      | NCP-02   | Ratio          | Programme     | 20             | 5             |
                        | H3  | 202223      | NCP-01   | Number         | Programme     | 20             | 5             |
                        | H4  | 202223      | NCP-01   | Number         | Programme     | 20             | 6             |
                        """)
                .submit("pathway", """
                        | hub | time_period | urn | stage      | status |
                        |-----|-------------|-----|------------|--------|
                        | H4  | 202223      | 39  | Developing | Paused |
                        """)
                .submit("target", """
                        | indicator               | network    | time_period | target |
                        |-------------------------|------------|-------------|--------|
                        | schools_engaged_percent | Maths Hubs | 202122      | 75     |
                        | schools_engaged_percent | Maths Hubs | 202223      | 75     |
                        """)
                .build();
        new Indicators(catalogue).measure(workbench.connection());
        new SqlFolder(catalogue, "publish").run(workbench.connection());
    }

    @AfterAll
    static void close() throws SQLException {
        workbench.close();
    }

    private static String schools() {
        return "| urn | la_code | status | type_group | phase | fsm_percent | easting | northing |\n|-|-|-|-|-|-|-|-|\n"
                + IntStream.rangeClosed(1, 48)
                        .mapToObj(i -> "| %d | %d | Open | Academies | Primary | %d | 400000 | 300000 |\n"
                                .formatted(i, 801 + (i - 1) / 12, i % 12))
                        .collect(Collectors.joining());
    }

    /// The first five schools of each hub take part in 2020/21, the first four and the sixth from then on.
    private static String engagement() {
        StringBuilder rows = new StringBuilder(
                "| hub | time_period | urn | activity | participant | sessions_attended |\n|-|-|-|-|-|-|\n");
        for (int hub = 0; hub < 4; hub++)
            for (int period : List.of(202021, 202122, 202223)) {
                if (hub == 1 && period == 202122 || hub == 2 && period == 202223) continue;
                for (int school :
                        period == 202021 ? List.of(1, 2, 3, 4, 5) : List.of(1, 2, 3, 4, 6, period == 202122 ? 7 : 8))
                    rows.append("| H%d | %d | %d | NCP-01 | p | 1 |\n".formatted(hub + 1, period, 12 * hub + school));
            }
        return rows.toString();
    }

    @Test
    void engagedSchoolsAreCountedWhereTheReturnIsWhole() throws SQLException {
        assertThat(workbench.rows("""
                        select hub, time_period, eligible, engaged, never
                        from authority_reach
                        where time_period >= 202122
                        order by hub, time_period
                        """))
                .containsExactly(
                        "H1 | 202122 | 12 | 6 | 5",
                        "H1 | 202223 | 12 |  | ",
                        "H2 | 202122 | 12 |  | ",
                        "H2 | 202223 | 12 | 6 | ",
                        "H3 | 202122 | 12 | 6 | 5",
                        "H3 | 202223 | 12 |  | ",
                        "H4 | 202122 | 12 | 6 | 5",
                        "H4 | 202223 | 12 | 6 | 4");
        for (String table : List.of("school_context", "context_cell"))
            assertThat(workbench.rows("select distinct hub from " + table
                            + " where time_period = 202223 and hub <> 'Total' and engaged is null order by hub"))
                    .as(table)
                    .containsExactly("H1", "H3");
        assertThat(workbench.rows(
                        "select distinct hub from context_cell where time_period = 202223 and not is_reached"))
                .doesNotContain("H1", "H3");
    }

    @Test
    void theMapMarksNoSchoolOfAReturnWithAGap() throws SQLException {
        assertThat(workbench.rows("""
                        select hub, count(*), count(is_engaged), count(*) filter (where is_engaged)
                        from school_place
                        where time_period = 202223
                        group by hub
                        order by hub
                        """))
                .containsExactly("H1 | 12 | 0 | 0", "H2 | 12 | 12 | 6", "H3 | 12 | 0 | 0", "H4 | 12 | 12 | 6");
    }

    @Test
    void aSchoolIsListedOnlyWhereTheReturnsSayWhatItDid() throws SQLException {
        assertThat(workbench.rows("""
                        select hub, topic, count(*)
                        from own_school
                        where time_period = 202223
                        group by all
                        order by all
                        """))
                .containsExactly(
                        "H4 | Never reached | 2", "H4 | One person | 6", "H4 | Paused | 1", "H4 | Stopped | 1");
        // Without a pathway return the school that did not take part again may be paused.
        assertThat(workbench.rows("select distinct topic from own_school where hub = 'H1' and time_period = 202122"))
                .contains("Never reached")
                .doesNotContain("Stopped");
    }

    @Test
    void aTargetIsMissedOnlyWhereEveryReturnIsWhole() throws SQLException {
        assertThat(workbench.rows("""
                        select hub, time_period, achieved_count, standing, still_needed, gained_per_year
                        from hub_target
                        where time_period >= 202122 and education_phase = 'Total'
                        order by hub, time_period
                        """))
                .containsExactly(
                        "H1 | 202122 | 6 of 12 | Missed | 3 | 1",
                        "H1 | 202223 | 6 of 12 |  | 3 | ",
                        "H2 | 202122 |  |  |  | ",
                        "H2 | 202223 | 6 of 12 | Missed | 3 | 0.5",
                        "H3 | 202122 | 6 of 12 | Missed | 3 | 1",
                        "H3 | 202223 |  |  |  | ",
                        "H4 | 202122 | 6 of 12 | Missed | 3 | 1",
                        "H4 | 202223 | 6 of 12 | Missed | 3 | 0.5");
    }

    @Test
    void noSchoolIsSaidToHaveStoppedWhereAReturnHasAGap() throws SQLException {
        assertThat(workbench.rows("""
                        select hub, time_period, string_agg(step || ' ' || (gained - lost), ', ' order by step_order)
                        from engaged_change
                        where hub <> 'Total' and (gained > 0 or lost > 0) and step_order > 1
                        group by all
                        order by all
                        """))
                .containsExactly(
                        "H1 | 202122 | Stopped or paused -1, New or returning 2",
                        "H3 | 202122 | Stopped or paused -1, New or returning 2",
                        "H4 | 202122 | Stopped or paused -1, New or returning 2",
                        "H4 | 202223 | Stopped -1, New or returning 1");
        assertThat(workbench.rows("""
                        select hub, time_period, fate, schools
                        from school_loss
                        where hub = 'H4' and time_period >= 202122 and fate_order in (3, 4)
                        order by all
                        """))
                .containsExactly(
                        "H4 | 202122 | Stopped or paused | 1", "H4 | 202223 | Left | 1", "H4 | 202223 | Paused | 0");
        assertThat(workbench.rows("select distinct hub from school_loss where time_period = 202223 order by hub"))
                .containsExactly("H4");
    }

    @Test
    void nobodyTookPartIsNotSaidOfAMissingReturn() throws SQLException {
        assertThat(workbench.rows("""
                        select hub, identity, coalesce(schools::varchar, 'null')
                        from activity_spread
                        where time_period = 202223 and hub <> 'Total'
                        order by all
                        """))
                .containsExactly("H1 | NCP-01 | null", "H1 | NCP-02 | null", "H3 | NCP-01 | null", "H4 | NCP-01 | 6");
        assertThat(workbench.rows("""
                        select hub, participants, completed
                        from offer
                        where time_period = 202223 and hub in ('H3', 'H4')
                        order by hub
                        """)).containsExactly("H3 |  | ", "H4 | 6 | 0");
        assertThat(workbench.rows("""
                        select hub, item, places_filled, participants, completed
                        from offer_item
                        where time_period = 202223 and topic = 'Type' and hub in ('Total', 'H4')
                        order by hub
                        """)).containsExactly("H4 | Programme | 6 | 6 | 0", "Total | Programme | 21 |  | ");
    }
}
