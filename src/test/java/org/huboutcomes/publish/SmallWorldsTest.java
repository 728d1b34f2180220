package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Figures of small networks that are worked out by hand: merged schools, a reorganised local authority, a year without
/// a return, and nil returns.
class SmallWorldsTest {

    private static final Catalogue CATALOGUE = Catalogue.packaged();

    private Workbench workbench;

    @BeforeEach
    void open() throws SQLException {
        workbench = new Workbench(CATALOGUE);
    }

    @AfterEach
    void close() throws SQLException {
        workbench.close();
    }

    /// Ten primary schools stay. 11 (secondary) and 12 (primary) become 13, an all-through school. 14 is divided
    /// into 15 and 16, so it has no single successor.
    @Test
    void mergedSchoolsAreOneSchoolAndADividedOneIsNone() throws SQLException {
        hubs("H1");
        areas("H1 | 801 | | ");
        StringBuilder schools = new StringBuilder();
        for (int urn = 1; urn <= 10; urn++) schools.append(school(urn, "801", "", "Primary", 100, "", ""));
        schools.append(school(11, "801", "", "Secondary", 60, "", "2022-08-31"))
                .append(school(12, "801", "", "Primary", 40, "", "2022-08-31"))
                .append(school(13, "801", "", "All-through", 110, "2022-09-01", ""))
                .append(school(14, "801", "", "Primary", 70, "", "2022-08-31"))
                .append(school(15, "801", "", "Primary", 30, "2022-09-01", ""))
                .append(school(16, "801", "", "Primary", 50, "2022-09-01", ""));
        register(schools);
        workbench.submit("school_link", """
                | urn | link_urn | link_type                |
                |-----|----------|--------------------------|
                | 11  | 13       | Successor - merged       |
                | 12  | 13       | Successor - amalgamated  |
                | 14  | 15       | Successor - Split School |
                | 14  | 16       | Successor                |
                | 14  | 15       | Successor                |
                """);
        engage("H1", 202122, 1, 2, 3, 4, 5, 11, 14);
        engage("H1", 202223, 1, 2, 3, 4, 13, 15);
        publish();

        // 2021/22: ten, the two as one, and 14. 2022/23: ten, 13, and the two parts of 14, which are other schools.
        assertThat(counts("schools_engaged_percent", "H1", 202122)).isEqualTo("7 | 12 | 58.333333");
        assertThat(counts("schools_engaged_percent", "H1", 202223)).isEqualTo("6 | 13 | 46.153846");
        // Of the seven, 14 is not eligible in 2022/23; 1 to 4 and the merged school stay.
        assertThat(counts("schools_retained_percent", "H1", 202223)).isEqualTo("5 | 6 | x");
        // The highest open URN says what a school is: 12 is primary, 13 is secondary.
        assertThat(phase("schools_engaged_percent", "H1", 202122, "Primary")).isEqualTo("7 | 12 | 58.333333");
        assertThat(phase("schools_engaged_percent", "H1", 202122, "Secondary")).isEqualTo("0 | 0 | x");
        assertThat(phase("schools_engaged_percent", "H1", 202223, "Secondary")).isEqualTo("1 | 1 | x");
        assertThat(phase("schools_retained_percent", "H1", 202223, "Secondary")).isEqualTo("1 | 1 | x");
        assertThat(phase("schools_retained_percent", "H1", 202223, "Primary")).isEqualTo("4 | 5 | x");
        // Five hundred, 60 and 40 of the two that become one, and 70; of a thousand and 170.
        assertThat(counts("pupils_reached_percent", "H1", 202122)).isEqualTo("670 | 1170 | 57.264957");
        assertThat(counts("pupils_reached_percent", "H1", 202223)).isEqualTo("540 | 1190 | 45.378151");
        // In 2021/22 one school was returned by a number that it no longer has.
        assertThat(counts("lineage_matched_percent", "H1", 202122)).startsWith("1 | 7");
        // Ever engaged and eligible in 2022/23: 1 to 5, 13 and 15; not 14.
        assertThat(counts("schools_engaged_cumulative_percent", "H1", 202223)).isEqualTo("7 | 13 | 53.846154");
    }

    /// 801 and 802 become 810 in 2021/22. The register has moved its open schools and has left 21, which
    /// has closed, and 22, which has become 23.
    private void reorganise(String... areas) throws SQLException {
        hubs("H1", "H2");
        areas(areas);
        StringBuilder schools = new StringBuilder();
        for (int urn = 1; urn <= 10; urn++) schools.append(school(urn, "810", "801", "Primary", 100, "", ""));
        for (int urn = 11; urn <= 20; urn++) schools.append(school(urn, "810", "802", "Primary", 100, "", ""));
        schools.append(school(21, "801", "", "Primary", 100, "", "2021-08-31"))
                .append(school(22, "802", "", "Primary", 100, "", "2020-10-01"))
                .append(school(23, "810", "802", "Primary", 100, "2020-10-01", ""));
        for (int urn = 31; urn <= 40; urn++) schools.append(school(urn, "820", "", "Primary", 100, "", ""));
        register(schools);
        workbench.submit("school_link", """
                        | urn | link_urn | link_type |
                        |-----|----------|-----------|
                        | 22  | 23       | Successor |
                        """).submit("authority_change", """
                        | old_code | new_code | first_period |
                        |----------|----------|--------------|
                        | 801      | 810      | 202122       |
                        | 802      | 810      | 202122       |
                        """);
        // 11 goes over to the other hub with its area.
        engage("H1", 202021, 1, 2, 3, 21);
        engage("H2", 202021, 11, 22, 31);
        engage("H1", 202122, 1, 2, 11, 23);
        engage("H2", 202122, 31, 32);
        publish();
    }

    @Test
    void aSchoolIsCountedInTheAreaWhoseCodeIsValid() throws SQLException {
        reorganise("H1 | 801 | | 202021", "H2 | 802 | | 202021", "H1 | 810 | 202122 | ", "H2 | 820 | | ");
        assertReorganised();
    }

    /// 1 keeps its old code until it closes and merges with 2, which is in the area of another hub. While both are
    /// open, each hub has the one that it lists.
    @Test
    void aSchoolThatMergesAcrossAreasIsInBothWhileBothNumbersAreOpen() throws SQLException {
        hubs("H1", "H2");
        areas("H1 | 801 | | ", "H2 | 820 | | ");
        register(new StringBuilder(school(1, "801", "", "Primary", 100, "", "2022-03-01"))
                .append(school(2, "820", "", "Primary", 100, "", ""))
                .append(school(3, "810", "801", "Primary", 100, "", "")));
        workbench.submit("school_link", """
                        | urn | link_urn | link_type          |
                        |-----|----------|--------------------|
                        | 1   | 2        | Successor - merged |
                        """).submit("authority_change", """
                        | old_code | new_code | first_period |
                        |----------|----------|--------------|
                        | 801      | 810      | 202122       |
                        """);
        engage("H1", 202122, 1);
        engage("H2", 202122, 2);
        engage("H1", 202223, 1);
        engage("H2", 202223, 2);
        publish();
        assertThat(counts("schools_engaged_percent", "H1", 202122)).isEqualTo("1 | 1 | x");
        assertThat(counts("schools_engaged_percent", "H2", 202122)).isEqualTo("1 | 1 | x");
        assertThat(counts("schools_engaged_percent", "Total", 202122)).isEqualTo("1 | 1 | x");
        assertThat(counts("schools_engaged_percent", "H1", 202223)).isEqualTo("0 | 0 | x");
        assertThat(counts("schools_engaged_percent", "H2", 202223)).isEqualTo("1 | 1 | x");
    }

    /// The new code is listed for both years, and the old one of the other hub: each school has one valid code a year.
    @Test
    void listsThatOverlapGiveTheSameSchools() throws SQLException {
        reorganise("H1 | 801 | | ", "H1 | 810 | | ", "H2 | 802 | | ", "H2 | 820 | | ");
        assertReorganised();
    }

    /// 801 becomes 810 in 2021/22. 1 and 2 are moved with it and close later: 1 for good, 2 into 3. The old code is all
    /// that is listed for the years before, and the new one is all that is listed after.
    @Test
    void aSchoolThatClosesAfterAReorganisationIsFoundByItsCodeBefore() throws SQLException {
        hubs("H1");
        areas("H1 | 801 | | 202021", "H1 | 810 | 202122 | ");
        register(new StringBuilder(school(1, "810", "801", "Primary", 100, "", "2022-08-31"))
                .append(school(2, "810", "801", "Primary", 100, "", "2022-08-31"))
                .append(school(3, "810", "", "Primary", 100, "2022-08-31", ""))
                .append(school(4, "810", "801", "Primary", 100, "", "")));
        workbench.submit("school_link", """
                        | urn | link_urn | link_type |
                        |-----|----------|-----------|
                        | 2   | 3        | Successor |
                        """).submit("authority_change", """
                        | old_code | new_code | first_period |
                        |----------|----------|--------------|
                        | 801      | 810      | 202122       |
                        """);
        engage("H1", 202021, 1, 2);
        engage("H1", 202122, 1, 2);
        engage("H1", 202223, 3);
        publish();
        assertThat(counts("schools_engaged_percent", "H1", 202021)).isEqualTo("2 | 3 | x");
        assertThat(counts("schools_engaged_percent", "H1", 202122)).isEqualTo("2 | 3 | x");
        assertThat(counts("schools_engaged_percent", "H1", 202223)).isEqualTo("1 | 2 | x");
        assertThat(counts("schools_retained_percent", "H1", 202122)).isEqualTo("2 | 2 | x");
    }

    /// 801 becomes 805 in 2021/22, and that becomes 810 in 2022/23. 1 has closed with the first code; one hub lists the
    /// code between the two, and another lists the last one for all years.
    @Test
    void aClosedSchoolIsFoundByEveryCodeThatFollowedItsOwn() throws SQLException {
        for (String listed : List.of("805", "801", "810")) {
            hubs("H1", "H2");
            areas("H1 | %s | | 202122".formatted(listed), "H2 | 820 | | ");
            register(new StringBuilder(school(1, "801", "", "Primary", 100, "", "2021-08-31"))
                    .append(school(2, "820", "", "Primary", 100, "", "")));
            workbench.submit("authority_change", """
                    | old_code | new_code | first_period |
                    |----------|----------|--------------|
                    | 801      | 805      | 202122       |
                    | 805      | 810      | 202223       |
                    """);
            engage("H1", 202021, 1);
            engage("H2", 202021, 2);
            publish();
            assertThat(counts("schools_engaged_percent", "H1", 202021))
                    .as(listed)
                    .isEqualTo("1 | 1 | x");
            workbench.close();
            workbench = new Workbench(CATALOGUE);
        }
        // Two hubs list it by different codes: the one that lists its code of that year has it.
        hubs("H1", "H2");
        areas("H1 | 801 | | ", "H2 | 805 | | ");
        register(new StringBuilder(school(1, "801", "", "Primary", 100, "", "2022-08-31")));
        workbench.submit("authority_change", """
                | old_code | new_code | first_period |
                |----------|----------|--------------|
                | 801      | 805      | 202122       |
                | 805      | 810      | 202223       |
                """);
        for (int year : List.of(202021, 202122)) {
            engage("H1", year, 1);
            engage("H2", year, 1);
        }
        publish();
        assertThat(counts("schools_engaged_percent", "H1", 202021)).isEqualTo("1 | 1 | x");
        assertThat(counts("schools_engaged_percent", "H2", 202021)).isEqualTo("0 | 0 | x");
        assertThat(counts("schools_engaged_percent", "H1", 202122)).isEqualTo("0 | 0 | x");
        assertThat(counts("schools_engaged_percent", "H2", 202122)).isEqualTo("1 | 1 | x");
    }

    private void assertReorganised() throws SQLException {
        // 2020/21: 1 to 10 and 21; 11 to 20, the school that is 23 now, and 31 to 40.
        assertThat(counts("schools_engaged_percent", "H1", 202021)).isEqualTo("4 | 11 | 36.363636");
        assertThat(counts("schools_engaged_percent", "H2", 202021)).isEqualTo("3 | 21 | 14.285714");
        assertThat(counts("schools_engaged_percent", "Total", 202021)).isEqualTo("7 | 32 | 21.875000");
        // 2021/22: 1 to 20 and 23; 31 to 40.
        assertThat(counts("schools_engaged_percent", "H1", 202122)).isEqualTo("4 | 21 | 19.047619");
        assertThat(counts("schools_engaged_percent", "H2", 202122)).isEqualTo("2 | 10 | 20.000000");
        assertThat(counts("schools_engaged_percent", "Total", 202122)).isEqualTo("6 | 31 | 19.354839");
        // Engaged with H1 and eligible there in both years: 1, 2 of 1, 2, 3. With H2: 31 of 31.
        assertThat(counts("schools_retained_percent", "H1", 202122)).isEqualTo("2 | 3 | x");
        assertThat(counts("schools_retained_percent", "H2", 202122)).isEqualTo("1 | 1 | x");
        // In the network also 11 and 23: 1, 2, 11, 23 and 31, of these and 3.
        assertThat(counts("schools_retained_percent", "Total", 202122)).isEqualTo("5 | 6 | x");
        // Engaged with this hub in any year: H1 1, 2, 3, 11 and 23; H2 31 and 32.
        assertThat(counts("schools_engaged_cumulative_percent", "H1", 202122)).isEqualTo("5 | 21 | 23.809524");
        assertThat(counts("schools_engaged_cumulative_percent", "H2", 202122)).isEqualTo("2 | 10 | 20.000000");
        assertThat(counts("schools_engaged_cumulative_percent", "Total", 202122))
                .isEqualTo("7 | 31 | 22.580645");
    }

    /// Two hubs of twenty schools. The second has not returned 2021/22.
    @Test
    void aYearThatAHubMissesIsNeitherAFallNorARise() throws SQLException {
        hubs("H1", "H2");
        areas("H1 | 801 | | ", "H2 | 802 | | ");
        StringBuilder schools = new StringBuilder();
        for (int urn = 101; urn <= 120; urn++) schools.append(school(urn, "801", "", "Primary", 100, "", ""));
        for (int urn = 201; urn <= 220; urn++) schools.append(school(urn, "802", "", "Primary", 100, "", ""));
        register(schools);
        for (int year : List.of(202021, 202122, 202223)) engage("H1", year, range(101, 110));
        engage("H2", 202021, range(201, 210));
        engage("H2", 202223, range(206, 215));
        publish();

        assertThat(told("schools_engaged_percent", "H2"))
                .containsExactly(
                        "202021 | 10 | 20 | 50.000000 |  | x | z | z",
                        "202122 | x | x | x | x | x | z | z",
                        "202223 | 10 | 20 | 50.000000 |  | x | z | z");
        // Half of the schools are enough for a value with low reliability.
        assertThat(told("schools_engaged_percent", "Total"))
                .containsExactly(
                        "202021 | 20 | 40 | 50.000000 |  | x | 2 | 100.000000",
                        "202122 | 10 | 20 | 50.000000 | u | 0.000000 | 1 | 50.000000",
                        "202223 | 20 | 40 | 50.000000 |  | 0.000000 | 2 | 100.000000");
        // Both years are needed.
        assertThat(told("schools_retained_percent", "H2"))
                .containsExactly(
                        "202021 | x | x | x | x | x | z | z",
                        "202122 | x | x | x | x | x | z | z",
                        "202223 | x | x | x | x | x | z | z");
        assertThat(told("schools_retained_percent", "Total"))
                .containsExactly(
                        "202021 | x | x | x | x | x | 0 | 0.000000",
                        "202122 | 10 | 10 | 100.000000 | u | x | 1 | 50.000000",
                        "202223 | 10 | 10 | 100.000000 | u | 0.000000 | 1 | 50.000000");
        assertThat(told("single_advocate_percent", "H2")).allMatch(row -> row.contains(" | x | x | x | x | x | "));
        // Fifteen at least were engaged in some year; a lower bound is not compared.
        assertThat(told("schools_engaged_cumulative_percent", "H2"))
                .containsExactly(
                        "202021 | 10 | 20 | 50.000000 |  | x | z | z",
                        "202122 | x | x | x | x | x | z | z",
                        "202223 | 15 | 20 | 75.000000 | u | x | z | z");
        assertThat(told("schools_engaged_cumulative_percent", "Total"))
                .containsExactly(
                        "202021 | 20 | 40 | 50.000000 |  | x | 2 | 100.000000",
                        "202122 | 10 | 20 | 50.000000 | u | 0.000000 | 1 | 50.000000",
                        "202223 | 25 | 40 | 62.500000 | u | x | 2 | 100.000000");
        // Only the first hub's ten can be observed for a year; none is lost, and one hub has a gap.
        assertThat(workbench.rows("select hub, n, value, symbol from indicators_csv where time_period = 202223"
                        + " and indicator = 'engagement_survival_percent' and breakdown = '1 year' order by hub"))
                .containsExactly("H1 | 10 | x | x", "H2 | 0 | x | x", "Total | 10 | 100.000000 | u");
        assertThat(workbench.rows("select distinct change_word from result where change_word in ('rise', 'fall')"))
                .isEmpty();
    }

    /// Twenty schools, of which ten are engaged in 2020/21; in 2021/22 both returns are nil.
    @Test
    void aNilReturnIsZeroAndNotMissing() throws SQLException {
        hubs("H1");
        areas("H1 | 801 | | ");
        StringBuilder schools = new StringBuilder();
        for (int urn = 101; urn <= 120; urn++) schools.append(school(urn, "801", "", "Primary", 100, "", ""));
        register(schools);
        engage("H1", 202021, range(101, 110));
        workbench.submitNil("engagement", "H1", 202122).submitNil("pathway", "H1", 202122);
        engage("H1", 202223, range(101, 112));
        publish();

        for (String hub : List.of("H1", "Total")) {
            assertThat(counts("schools_engaged_percent", hub, 202122)).isEqualTo("0 | 20 | 0.000000");
            assertThat(counts("pathway_schools_percent", hub, 202122)).isEqualTo("0 | 20 | 0.000000");
            assertThat(counts("pathway_schools_percent", hub, 202021)).isEqualTo("x | x | x");
            assertThat(counts("schools_retained_percent", hub, 202122)).isEqualTo("0 | 10 | 0.000000");
            // Nobody was engaged in the year before: counts of 0 and no share.
            assertThat(counts("schools_retained_percent", hub, 202223)).isEqualTo("0 | 0 | x");
            assertThat(counts("pupils_reached_percent", hub, 202122)).isEqualTo("0 | 2000 | 0.000000");
            assertThat(counts("participants_per_school", hub, 202122)).isEqualTo("0 | 0 | x");
            assertThat(counts("single_advocate_percent", hub, 202122)).isEqualTo("0 | 0 | x");
            // A nil year is not a gap: twelve were engaged in some year, and the figure is complete.
            assertThat(counts("schools_engaged_cumulative_percent", hub, 202223))
                    .isEqualTo("12 | 20 | 60.000000");
        }
        assertThat(workbench.rows("select hub, change, symbol from indicators_csv"
                        + " where time_period = 202122 and indicator = 'schools_engaged_percent'"
                        + " and education_phase = 'Total' and breakdown = 'Total' order by hub"))
                .containsExactly("H1 | -50.000000 | ", "Total | -50.000000 | ");
        assertThat(workbench.rows("select distinct change_word from result where time_period = 202122"
                        + " and indicator = 'schools_engaged_percent' and education_phase = 'Total'"
                        + " and breakdown = 'Total'"))
                .containsExactly("fall");
    }

    private void hubs(String... hubs) throws SQLException {
        StringBuilder rows = new StringBuilder("| network | hub | hub_name |\n|--|\n");
        for (String hub : hubs) rows.append("| Maths Hubs | %s | Hub %s |%n".formatted(hub, hub));
        workbench.submit("hub_list", rows.toString());
    }

    private void areas(String... areas) throws SQLException {
        workbench.submit(
                "hub_area",
                "| hub | la_code | from_period | to_period |\n|--|\n| " + String.join(" |\n| ", Arrays.asList(areas))
                        + " |\n");
    }

    private static String school(
            int urn, String area, String areaBefore, String phase, int pupils, String opened, String closed) {
        return "| %d | %s | %s | %s | Academies | %s | %d | %s | %s |%n"
                .formatted(urn, area, areaBefore, closed.isEmpty() ? "Open" : "Closed", phase, pupils, opened, closed);
    }

    private void register(StringBuilder schools) throws SQLException {
        workbench.submit(
                "school_register",
                "| urn | la_code | previous_la_code | status | type_group | phase | pupils | open_date | close_date |\n|--|\n"
                        + schools);
    }

    private static int[] range(int from, int to) {
        return IntStream.rangeClosed(from, to).toArray();
    }

    private void engage(String hub, int timePeriod, int... urns) throws SQLException {
        StringBuilder rows = new StringBuilder("| hub | time_period | urn | activity | participant | status |\n|--|\n");
        for (int urn : urns)
            rows.append("| %s | %d | %d | A | P%d | Attending |%n".formatted(hub, timePeriod, urn, urn));
        workbench.submit("engagement", rows.toString());
    }

    private void publish() throws SQLException {
        workbench.build();
        new Indicators(CATALOGUE).measure(workbench.connection());
        new Publication(CATALOGUE).make(workbench.connection());
    }

    private String counts(String indicator, String hub, int timePeriod) throws SQLException {
        return phase(indicator, hub, timePeriod, "Total");
    }

    private String phase(String indicator, String hub, int timePeriod, String phase) throws SQLException {
        return workbench
                .rows("select numerator, denominator, value from indicators_csv where indicator = '" + indicator
                        + "' and hub = '" + hub + "' and time_period = " + timePeriod + " and education_phase = '"
                        + phase
                        + "' and breakdown = 'Total'")
                .get(0);
    }

    /// Each year of a hub or of the network.
    private List<String> told(String indicator, String hub) throws SQLException {
        return workbench.rows("select time_period, numerator, denominator, value, symbol, change, hubs_contributing,"
                + " coverage_percent from indicators_csv where indicator = '" + indicator + "' and hub = '" + hub
                + "' and education_phase = 'Total' and breakdown = 'Total' order by time_period");
    }
}
