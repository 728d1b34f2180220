package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every figure of the matrix is published, also where hubs returned nothing.
class ResultMatrixTest {

    private static Workbench workbench;

    @BeforeAll
    static void publish() throws SQLException {
        workbench = NilReturns.open();
        new Indicators(Catalogue.packaged()).measure(workbench.connection());
        new Publication(Catalogue.packaged()).make(workbench.connection());
    }

    @AfterAll
    static void close() throws SQLException {
        workbench.close();
    }

    @Test
    void everyCellOfTheMatrixIsPublished() throws SQLException {
        int cells = 8 * 5 + 6; // eight school indicators and rungs in five phases, six of the hub as a whole
        assertThat(workbench.rows("""
                        select network, time_period, count(*)
                        from result
                        where indicator in (
                            'schools_engaged_percent', 'schools_engaged_cumulative_percent', 'pathway_schools_percent',
                            'schools_retained_percent', 'pathway_continued_percent', 'stage_progressed_percent',
                            'respondents_satisfied_percent', 'net_promoter_score', 'places_filled_percent',
                            'participants_completed_percent', 'core_delivered_percent', 'adaptations_consistent_percent')
                        group by all
                        order by all
                        """))
                .containsExactly(
                        "Maths Hubs | 202122 | " + 7 * cells,
                        "Maths Hubs | 202223 | " + 7 * cells,
                        "Science Learning Partnerships | 202223 | " + 2 * cells);
    }

    @Test
    void aCellHasEitherANumberOrASymbol() throws SQLException {
        assertThat(workbench.rows("""
                        select *
                        from result
                        where
                            (numerator is null) <> (numerator_symbol is not null)
                            or (denominator is null) <> (denominator_symbol is not null)
                            or (n is null) <> (n_symbol is not null)
                            or (value is null) <> (value_symbol is not null)
                            or (value_lower_ci is null) <> (limits_symbol is not null)
                            or (value_upper_ci is null) <> (limits_symbol is not null)
                        """)).isEmpty();
    }

    @Test
    void aMissingReturnIsNotANilReturn() throws SQLException {
        assertThat(published("places_filled_percent", "H1")).isEqualTo("0 | 0 | 0 | x | x | x | x | not compared");
        assertThat(published("places_filled_percent", "H6")).isEqualTo("x | x | x | x | x | x | x | not compared");
        assertThat(published("places_filled_percent", "Total")).isEqualTo("0 | 0 | 0 | x | x | x | x | ");
    }

    @Test
    void anIndicatorOverTwoYearsNeedsTheReturnsOfBoth() throws SQLException {
        assertThat(published("schools_retained_percent", "H1")).isEqualTo("x | x | x | x | x | x | x | not compared");
        assertThat(published("stage_progressed_percent", "Total")).isEqualTo("x | x | x | x | x | x | x | ");
    }

    @Test
    void figuresOfReturnsNotDueAreNotApplicable() throws SQLException {
        assertThat(published("pathway_schools_percent", "S1")).isEqualTo("z | z | z | z | z | z | z | not compared");
        assertThat(published("stage_progressed_percent", "S1")).isEqualTo("z | z | z | z | z | z | z | not compared");
    }

    @Test
    void thePublishedFileHasItsColumnsInOrder() throws SQLException {
        assertThat(workbench.rows("select column_name from (describe indicators_csv)"))
                .containsExactly(
                        ("time_period time_identifier geographic_level country_code country_name network hub hub_name "
                                        + "education_phase breakdown outcome indicator numerator denominator n value "
                                        + "value_lower_ci value_upper_ci change change_lower_ci change_upper_ci change_hubs "
                                        + "symbol comparison hubs_contributing hubs_open coverage_percent "
                                        + "definition_version")
                                .split(" "));
        assertThat(workbench.rows("select col_name from indicators_meta "
                        + "anti join (describe indicators_csv) as data on data.column_name = col_name"))
                .isEmpty();
    }

    private static String published(String indicator, String hub) throws SQLException {
        return NilReturns.published(workbench, indicator, hub);
    }
}
