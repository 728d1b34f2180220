package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.SqlFolder;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Results across years: trends, targets, what happened to last year's schools, and the figures of a hub whose area
/// has changed. One of two hubs passes half its area to the other in 2022/23.
class YearsComparedTest {

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
                        | H2  | 802     | 202223      |           |
                        | H2  | 803     |             |           |
                        """)
                .submit("school_register", schools())
                .submit("engagement", engagement())
                .submit("target", """
                        | indicator               | network    | time_period | target |
                        |-------------------------|------------|-------------|--------|
                        | schools_engaged_percent | Maths Hubs | 202425      | 75     |
                        """)
                .build();
        new Indicators(catalogue).measure(workbench.connection());
        new SqlFolder(catalogue, "publish").run(workbench.connection());
    }

    @AfterAll
    static void close() throws SQLException {
        workbench.close();
    }

    /// Twelve schools in each of three areas; 801's thirteenth closes in 2022.
    private static String schools() {
        String open = IntStream.rangeClosed(1, 36)
                .mapToObj(i -> "| %d | %d | Open | | Academies | Primary |\n".formatted(i, 801 + (i - 1) / 12))
                .collect(Collectors.joining());
        return "| urn | la_code | status | close_date | type_group | phase |\n|-|-|-|-|-|-|\n" + open
                + "| 37 | 801 | Closed | 2022-08-31 | Academies | Primary |\n";
    }

    /// Three schools of 801 take part in the first year and two more each year; six of 802 each year, in 2022/23 with
    /// the other hub; four of 803 each year.
    private static String engagement() {
        StringBuilder rows =
                new StringBuilder("| hub | time_period | urn | participant | sessions_attended |\n|-|-|-|-|-|\n");
        for (int year = 2018; year <= 2022; year++) {
            int period = year * 100 + year % 100 + 1;
            attend(rows, "H1", period, IntStream.rangeClosed(1, 3 + 2 * (year - 2018)));
            attend(rows, year < 2022 ? "H1" : "H2", period, IntStream.rangeClosed(13, 18));
            attend(rows, "H2", period, IntStream.rangeClosed(25, 28));
            if (year == 2021) attend(rows, "H1", period, IntStream.of(12, 37));
        }
        return rows.toString();
    }

    private static void attend(StringBuilder rows, String hub, int period, IntStream urns) {
        urns.forEach(urn -> rows.append("| %s | %d | %d | p%d | 1 |\n".formatted(hub, period, urn, urn)));
    }

    @Test
    void aTrendIsNamedFromFiveYearsOn() throws SQLException {
        assertThat(workbench.rows("""
                select time_period, points, coalesce(trend, '-')
                from trend
                where hub = 'Total' and indicator = 'schools_engaged_percent' and education_phase = 'Total'
                    and breakdown = 'Total' and time_period >= 202122
                order by all
                """)).containsExactly("202122 | 4 | -", "202223 | 5 | rising");
    }

    @Test
    void aTrendOfFivePointsFollowsTheExactTest() throws SQLException {
        assertThat(workbench.rows("select trend_word(10, 5), trend_word(8, 5), trend_word(-10, 5), trend_word(6, 4)"))
                .containsExactly("rising | no clear trend | falling | ");
    }

    @Test
    void aSeriesThatNeverFallsIsARise() throws SQLException {
        String all = IntStream.rangeClosed(5, 20)
                .mapToObj(points -> "select trend_threshold(%d) <= %d".formatted(points, points * (points - 1) / 2))
                .collect(Collectors.joining(" union all "));
        assertThat(workbench.rows(all)).isEqualTo(Collections.nCopies(16, "true"));
    }

    @Test
    void aLaterTargetIsShownWithTheYearlyGainItNeeds() throws SQLException {
        assertThat(workbench.rows("""
                select time_period, target_period, value, still_needed, years_left, needed_per_year, gained_per_year,
                    years_at_this_rate
                from hub_target
                where hub = 'H2' and time_period >= 202122
                order by all
                """))
                .containsExactly(
                        "202122 | 202425 | 33.3333 | 5 | 3 | 1.6667 | 0 | ",
                        "202223 | 202425 | 41.6667 | 8 | 2 | 4 | 2 | 4");
    }

    @Test
    void thePartsOfAChangeInRetentionAddUpToZero() throws SQLException {
        assertThat(workbench.rows("""
                select round(sum(change_points), 6) + 0, sum(schools) filter (where schools_of is not null) = max(schools_of)
                from retention_change
                group by hub, time_period
                """)).isNotEmpty().allMatch(row -> row.equals("0 | true"));
        assertThat(workbench.rows("""
                select fate, last_year_schools, last_year_of, schools, schools_of, round(change_points, 1)
                from retention_change
                where hub = 'H1' and time_period = 202223
                order by fate_order
                """))
                .containsExactly(
                        "Retained | 13 | 13 | 9 | 10 | -10",
                        "Stopped or paused | 0 | 13 | 1 | 10 | 10",
                        "Closed | 0 |  | 1 |  | ",
                        "Moved to another area | 0 |  | 6 |  | ");
    }

    @Test
    void theShareRetainedIsThatOfTheIndicatorInBothYears() throws SQLException {
        assertThat(workbench.rows("""
                select
                    count(*) > 0,
                    count(*) filter (where
                        this_year.numerator is distinct from retention_change.schools::varchar
                        or this_year.denominator is distinct from retention_change.schools_of::varchar
                        or this_year.value is distinct from retention_change.value
                        or last_year.numerator is distinct from retention_change.last_year_schools::varchar
                        or last_year.denominator is distinct from retention_change.last_year_of::varchar
                        or last_year.value is distinct from retention_change.last_year_value)
                from retention_change
                join academic_year using (time_period)
                left join result as this_year
                    on this_year.indicator = 'schools_retained_percent'
                    and this_year.hub = retention_change.hub
                    and this_year.time_period = retention_change.time_period
                    and this_year.education_phase = 'Total'
                    and this_year.breakdown = 'Total'
                left join result as last_year
                    on last_year.indicator = 'schools_retained_percent'
                    and last_year.hub = retention_change.hub
                    and last_year.time_period = academic_year.previous_period
                    and last_year.education_phase = 'Total'
                    and last_year.breakdown = 'Total'
                where retention_change.fate = 'Retained'
                """)).containsExactly("true | 0");
    }

    @Test
    void whatHappenedToLastYearsSchoolsIsCounted() throws SQLException {
        assertThat(workbench.rows("""
                select hub, fate, schools
                from school_loss
                where hub in ('H1', 'Total') and time_period = 202223 and schools > 0
                order by hub, fate_order
                """))
                .containsExactly(
                        "H1 | Stayed | 9",
                        "H1 | Stopped or paused | 1",
                        "H1 | Closed | 1",
                        "H1 | Moved area | 6",
                        "Total | Stayed | 19",
                        "Total | Stopped or paused | 1",
                        "Total | Closed | 1");
    }

    @Test
    void bothSeriesOfAHubWhoseAreaChangedArePublished() throws SQLException {
        assertThat(workbench.rows("""
                select hub, series, time_period, numerator, denominator
                from restated
                where indicator = 'schools_engaged_percent' and education_phase = 'Total' and breakdown = 'Total'
                    and time_period >= 202122
                order by all
                """))
                .containsExactly(
                        "H1 | as published | 202122 | 17 | 25",
                        "H1 | as published | 202223 | 11 | 12",
                        "H1 | restated | 202122 | 11 | 13",
                        "H1 | restated | 202223 | 11 | 12",
                        "H2 | as published | 202122 | 4 | 12",
                        "H2 | as published | 202223 | 10 | 24",
                        "H2 | restated | 202122 | 10 | 24",
                        "H2 | restated | 202223 | 10 | 24");
    }

    @Test
    void aTransferredSchoolIsFollowedInTheRestatedFigures() throws SQLException {
        assertThat(workbench.rows("""
                select hub, series, numerator, denominator
                from restated
                where indicator = 'schools_retained_percent' and education_phase = 'Total' and time_period = 202223
                order by all
                """))
                .containsExactly(
                        "H1 | as published | 9 | 10",
                        "H1 | restated | 9 | 10",
                        "H2 | as published | 4 | 4",
                        "H2 | restated | 10 | 10");
    }

    @Test
    void noRestatedHubIsListedAsAHub() throws SQLException {
        assertThat(workbench.rows("select distinct hub from result union select distinct hub from overlap"))
                .containsExactlyInAnyOrder("H1", "H2", "Total");
    }
}
