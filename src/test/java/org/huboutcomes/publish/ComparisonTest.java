package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.Test;

/// Comparing a hub with its network of twelve, with limits that allow for differences between hubs.
class ComparisonTest {

    @Test
    void anOutlierAmongSimilarHubsIsReported() throws SQLException {
        assertThat(comparisons(90, 50, 51, 49, 50, 52, 48, 50, 51, 49, 50, 10))
                .startsWith("higher", "similar")
                .endsWith("similar", "lower");
    }

    @Test
    void thereIsNoOutlierAmongHubsThatAllDiffer() throws SQLException {
        assertThat(comparisons(90, 80, 72, 64, 58, 52, 48, 42, 36, 28, 20, 10)).containsOnly("similar");
    }

    @Test
    void similarHubsHaveChanceLimits() throws SQLException {
        try (Workbench workbench = published(90, 50, 51, 49, 50, 52, 48, 50, 51, 49, 50, 10)) {
            assertThat(workbench.rows("""
                            select distinct tau_squared, funnel_lower
                            from comparison
                            where indicator = 'places_filled_percent'
                            """)).containsExactly("0 | 34.5488");
        }
    }

    private static List<String> comparisons(int... filled) throws SQLException {
        try (Workbench workbench = published(filled)) {
            return workbench.rows("""
                    select comparison
                    from result
                    where indicator = 'places_filled_percent' and hub <> 'Total'
                    order by hub
                    """);
        }
    }

    /// Hubs by the number of places filled out of a hundred.
    private static Workbench published(int... filled) throws SQLException {
        Catalogue catalogue = Catalogue.packaged();
        Workbench workbench = new Workbench(catalogue)
                .submit("hub_list", table("network | hub | hub_name", "Maths Hubs | %1$s | %1$s", filled))
                .submit(
                        "delivery",
                        table(
                                "hub | time_period | activity | places_offered | places_filled",
                                "%s | 202223 | A | 100 | %d",
                                filled))
                .build();
        new Indicators(catalogue).measure(workbench.connection());
        new Publication(catalogue).make(workbench.connection());
        return workbench;
    }

    private static String table(String columns, String row, int... filled) {
        return "| " + columns + " |\n|--|\n"
                + IntStream.range(0, filled.length)
                        .mapToObj(hub -> "| " + row.formatted("H" + (char) ('A' + hub), filled[hub]) + " |")
                        .collect(Collectors.joining("\n"));
    }
}
