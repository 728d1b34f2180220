package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The public profile of three hubs: rounded counts, and counts of 1 or 2 schools shown only as few.
class PublicProfileTest {

    private Workbench workbench;

    @BeforeEach
    void open() throws SQLException {
        workbench = new Workbench(Catalogue.packaged()).submit("hub_list", """
                | network    | hub | hub_name |
                |------------|-----|----------|
                | Maths Hubs | H1  | One      |
                | Maths Hubs | H2  | Two      |
                | Maths Hubs | H3  | Three    |
                """);
        for (String hub : List.of("H1", "H2", "H3")) workbench.submitNil("engagement", hub, 202223);
        workbench.build();
    }

    @AfterEach
    void close() throws SQLException {
        workbench.close();
    }

    @Test
    void countsAreRoundedToFiveAndRatesUseTheRoundedCounts() throws SQLException {
        schools("H1", "Primary", 32, 2);
        schools("H2", "Primary", 41, 18);
        schools("H3", "Primary", 50, 30);
        publish();
        assertThat(figure("restricted", "H1", "Primary")).startsWith("2 | 32 | 32 | 6.250000");
        assertThat(figure("public", "H1", "Primary")).startsWith("low | 30 | 30 | low | 0.0 | 11.4");
        assertThat(figure("public", "H2", "Primary")).startsWith("20 | 40 | 40 | 50.0 | 35.2 | 64.8");
        assertThat(figure("public", "Total", "Primary")).startsWith("50 | 125 | 125");
    }

    @Test
    void aTrueZeroIsLowToo() throws SQLException {
        schools("H1", "Primary", 30, 0);
        schools("H2", "Primary", 40, 20);
        schools("H3", "Primary", 50, 30);
        publish();
        assertThat(figure("public", "H1", "Primary")).startsWith("low | 30 | 30 | low | 0.0 | 11.4");
    }

    @Test
    void aCountThatItsPhasesWouldRevealIsHidden() throws SQLException {
        // The Total is at least 8, and 6 or 7 primary schools are at most 7, so 1 or 2 secondary schools would be left.
        schools("H1", "Primary", 30, 7);
        schools("H1", "Secondary", 20, 1);
        schools("H2", "Primary", 40, 20);
        schools("H2", "Secondary", 40, 20);
        schools("H3", "Primary", 50, 30);
        schools("H3", "Secondary", 50, 30);
        publish();
        assertThat(List.of(
                        figure("public", "H1", "Primary"),
                        figure("public", "H1", "Secondary"),
                        figure("public", "H1", "Total")))
                .anyMatch(figure -> figure.startsWith("c | "));
        assertThat(figure("public", "H2", "Secondary")).startsWith("20 | 40 | 40 | 50.0");
        assertThat(range("H1", "Secondary")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void knowledgeOfEarlierReadersIsTakenIntoAccount() throws Exception {
        schools("H1", "Primary", 30, 6);
        schools("H1", "Secondary", 20, 1);
        schools("H2", "Primary", 40, 20);
        schools("H2", "Secondary", 40, 20);
        publish();
        assertThat(figure("public", "H1", "Secondary")).startsWith("low | ");
        settle("in its place");
        workbench.execute("delete from school_year where hub in ('H1', 'Total');"
                + " delete from eligible_school where hub in ('H1', 'Total')");
        schools("H1", "Primary", 30, 7);
        schools("H1", "Secondary", 20, 1);
        schoolsOf("Total", "H2", "Primary", 40, 20);
        schoolsOf("Total", "H2", "Secondary", 40, 20);
        publish();
        // Readers know that there are at most 2 secondary schools, so another count has to be hidden.
        assertThat(figure("public", "H1", "Secondary")).startsWith("low | ");
        assertThat(range("H1", "Secondary")).isGreaterThanOrEqualTo(3);
    }

    /// A run that is killed before its files are in place has published nothing.
    @Test
    void aReleaseThatDidNotComeOutIsKnownToNobody() throws Exception {
        schools("H1", "Primary", 30, 6);
        publish();
        settle("of the release before");
        assertThat(workbench.rows("select count(*) from public_told")).containsExactly("0");
        settle("in its place");
        assertThat(workbench.rows("select count(*) from public_told")).doesNotContain("0");
        assertThat(workbench.rows("select count(*) from public_unreleased")).containsExactly("0");
    }

    private void settle(String manifest) throws IOException {
        PublicRanges ranges = new PublicRanges(workbench.connection());
        ranges.propose("night", "in its place");
        ranges.settle(release -> manifest);
    }

    @Test
    void aNewIndicatorDoesNotRevealHiddenCounts() throws SQLException {
        schools("H1", "Primary", 30, 7);
        schools("H1", "Secondary", 20, 1);
        schools("H2", "Primary", 40, 20);
        schools("H2", "Secondary", 40, 20);
        measure();
        workbench.execute("""
                insert into definition
                select * replace ('schools_not_engaged_percent' as indicator, 'Total' as breakdowns)
                from definition
                where indicator = 'schools_engaged_percent';

                insert into figure_standing
                select * replace ('schools_not_engaged_percent' as indicator)
                from figure_standing
                where indicator = 'schools_engaged_percent';

                insert into measured by name
                select
                    'schools_not_engaged_percent' as indicator, network, hub, time_period, education_phase, breakdown,
                    denominator - numerator as numerator, denominator
                from measured
                where indicator = 'schools_engaged_percent' and breakdown = 'Total'
                """);
        new Publication(Catalogue.packaged()).make(workbench.connection());
        assertThat(workbench.rows("select relation_name from public_relation where relation_name like 'parts|%H1%'"))
                .isNotEmpty();
        assertThat(range("H1", "Secondary")).isGreaterThanOrEqualTo(3);
    }

    /// How many whole numbers are possible for the engaged schools.
    private int range(String hub, String phase) throws SQLException {
        return Integer.parseInt(workbench.rows("""
                        select upper - lower + 1
                        from public_part
                        join public_class using (network, time_period, series)
                        join public_count using (network, hub, time_period, education_phase, class)
                        join public_range using (count_id)
                        where
                            series = 'schools_engaged_percent, Total, numerator'
                            and hub = '%s' and education_phase = '%s'
                        """.formatted(hub, phase)).get(0));
    }

    /// Adds eligible schools to a hub and its network, of which some attended and none completed.
    private void schools(String hub, String phase, int eligible, int engaged) throws SQLException {
        schoolsOf(hub, hub, phase, eligible, engaged);
        schoolsOf("Total", hub, phase, eligible, engaged);
    }

    private void schoolsOf(String figureHub, String hub, String phase, int eligible, int engaged) throws SQLException {
        workbench.execute("""
                insert into eligible_school (network, hub, time_period, lineage, phase, pupils)
                select 'Maths Hubs', '%5$s', 202223, hash('%1$s%2$s', i) %% 1000000000, '%2$s', 100
                from range(0, %3$d) as schools (i);

                insert into school_year (network, hub, time_period, lineage, phase, pupils, rung, rung_before, engaged_years)
                select 'Maths Hubs', '%5$s', 202223, hash('%1$s%2$s', i) %% 1000000000, '%2$s', 100,
                    case when i < %4$d then 2 else 0 end, 0, 1
                from range(0, %3$d) as schools (i)
                """.formatted(hub, phase, eligible, engaged, figureHub));
    }

    private void publish() throws SQLException {
        measure();
        new Publication(Catalogue.packaged()).make(workbench.connection());
    }

    private void measure() throws SQLException {
        workbench.execute("delete from context_year");
        workbench.execute(
                "insert into context_year select network, hub, time_period, phase, null, null, false, count(*), "
                        + "count(*) filter (where rung >= 2) from school_year group by all");
        new Indicators(Catalogue.packaged()).measure(workbench.connection());
    }

    private String figure(String profile, String hub, String phase) throws SQLException {
        return workbench.rows("""
                        select numerator, denominator, n, value, value_lower_ci, value_upper_ci, symbol
                        from profile_indicators
                        where
                            profile = '%s' and hub = '%s' and education_phase = '%s'
                            and indicator = 'schools_engaged_percent' and breakdown = 'Total'
                        """.formatted(profile, hub, phase)).get(0);
    }
}
