package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What everybody may read of three hubs: no 1 or 2 schools, nor what they could be worked out from.
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
    void oneOrTwoSchoolsAreHiddenWithTheValueTheyAreIn() throws SQLException {
        schools("H1", "Primary", 30, 2);
        schools("H2", "Primary", 40, 20);
        schools("H3", "Primary", 50, 30);
        publish();
        assertThat(figure("restricted", "H1", "Primary")).startsWith("2 | 30 | 30 | 6.666667");
        assertThat(figure("public", "H1", "Primary")).isEqualTo("c | 30 | 30 | c | c | c | c");
    }

    @Test
    void aSecondHubIsHiddenSoThatTheNetworkDoesNotTellTheFirst() throws SQLException {
        schools("H1", "Primary", 30, 2);
        schools("H2", "Primary", 40, 20);
        schools("H3", "Primary", 50, 30);
        publish();
        assertThat(figure("public", "H2", "Primary")).isEqualTo("c | 40 | 40 | c | c | c | c");
        assertThat(figure("public", "H3", "Primary")).startsWith("30 | 50 | 50 | 60.000000");
        assertThat(figure("public", "Total", "Primary")).startsWith("52 | 120 | 120 | 43.333333");
    }

    @Test
    void whatIsLeftOfTheWholeIsACountToo() throws SQLException {
        schools("H1", "Primary", 30, 29);
        schools("H2", "Primary", 40, 20);
        schools("H3", "Primary", 50, 30);
        publish();
        assertThat(figure("public", "H1", "Primary")).isEqualTo("c | 30 | 30 | c | c | c | c");
    }

    @Test
    void aTrueNoughtStands() throws SQLException {
        schools("H1", "Primary", 30, 0);
        schools("H2", "Primary", 40, 20);
        schools("H3", "Primary", 50, 30);
        publish();
        assertThat(figure("public", "H1", "Primary")).startsWith("0 | 30 | 30 | 0.000000");
    }

    @Test
    void whereNothingIsSmallThePublicProfileIsTheRestrictedOne() throws SQLException {
        schools("H1", "Primary", 30, 10);
        schools("H2", "Primary", 40, 20);
        schools("H3", "Primary", 50, 30);
        publish();
        assertThat(workbench.rows("select * from public_indicators_csv except select * from indicators_csv"))
                .isEmpty();
    }

    @Test
    void whatAnEditionHasShownHidesNothingAnyMore() throws SQLException {
        schools("H1", "Primary", 30, 4);
        schools("H2", "Primary", 40, 20);
        schools("H3", "Primary", 50, 30);
        publish();
        assertThat(figure("public", "H2", "Primary")).startsWith("20 | 40");
        new Publication(Catalogue.packaged()).freeze(workbench.connection(), "first");
        workbench.execute("delete from school_year where hub in ('H1', 'Total')");
        schoolsOf("Total", "H2", "Primary", 40, 20);
        schoolsOf("Total", "H3", "Primary", 50, 30);
        schools("H1", "Primary", 30, 2);
        publish();
        // H2 and H3 stand in the first edition: to hide them again would not hide the 2, so the network is hidden.
        assertThat(figure("public", "H1", "Primary")).startsWith("c | 30");
        assertThat(figure("public", "H2", "Primary")).startsWith("20 | 40");
        assertThat(figure("public", "Total", "Primary")).startsWith("c | 120");
    }

    @Test
    void whatAnEditionHasHiddenIsNotShownByAnotherPartner() throws SQLException {
        schools("H1", "Primary", 30, 2);
        schools("H2", "Primary", 40, 20);
        schools("H3", "Primary", 50, 30);
        publish();
        assertThat(figure("public", "H2", "Primary")).startsWith("c | 40");
        new Publication(Catalogue.packaged()).freeze(workbench.connection(), "first");
        workbench.execute("delete from school_year where hub in ('H3', 'Total')");
        schoolsOf("Total", "H1", "Primary", 30, 2);
        schoolsOf("Total", "H2", "Primary", 40, 20);
        schools("H3", "Primary", 50, 12);
        publish();
        // By itself the cheaper partner would now be H3; with the first edition in hand, H2 would then tell H1.
        assertThat(figure("public", "H1", "Primary")).startsWith("c | 30");
        assertThat(figure("public", "H2", "Primary")).startsWith("c | 40");
    }

    /// So many eligible schools of a hub and of its network, of which so many attended and nobody completed.
    private void schools(String hub, String phase, int eligible, int engaged) throws SQLException {
        schoolsOf(hub, hub, phase, eligible, engaged);
        schoolsOf("Total", hub, phase, eligible, engaged);
    }

    private void schoolsOf(String figureHub, String hub, String phase, int eligible, int engaged) throws SQLException {
        workbench.execute("""
                insert into school_year (network, hub, time_period, lineage, phase, pupils, rung, rung_before, engaged_years)
                select 'Maths Hubs', '%5$s', 202223, hash('%1$s%2$s', i) %% 1000000000, '%2$s', 100,
                    case when i < %4$d then 2 else 0 end, 0, 1
                from range(0, %3$d) as schools (i)
                """.formatted(hub, phase, eligible, engaged, figureHub));
    }

    private void publish() throws SQLException {
        workbench.execute("delete from context_year");
        workbench.execute(
                "insert into context_year select network, hub, time_period, phase, null, null, false, count(*), "
                        + "count(*) filter (where rung >= 2) from school_year group by all");
        new Indicators(Catalogue.packaged()).measure(workbench.connection());
        new Publication(Catalogue.packaged()).make(workbench.connection());
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
