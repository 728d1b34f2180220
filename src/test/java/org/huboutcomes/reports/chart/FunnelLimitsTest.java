package org.huboutcomes.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.Test;

/// The catalogue computes the limits by which a hub is called higher or lower; the chart computes its own. They
/// must be equal, or a hub could be outside the lines and be called similar.
class FunnelLimitsTest {

    private static final String LIMITS = """
            select
                100 * p0,
                n,
                tau_squared,
                100 * case
                    when tau_squared > 0 then funnel_dispersed_lower(p0, n, tau_squared, z)
                    else funnel_lower(p0, n, z)
                end,
                100 * case
                    when tau_squared > 0 then funnel_dispersed_upper(p0, n, tau_squared, z)
                    else funnel_upper(p0, n, z)
                end
            from (values (0.003), (0.1), (0.5), (0.61), (0.97)) as shares (p0)
            cross join (values (10), (86), (610), (40000)) as sizes (n)
            cross join (values (0.0::double), (0.0008), (0.02), (0.3)) as spreads (tau_squared)
            cross join (values (3.090232306167813::double)) as scores (z)
            order by all
            """;

    @Test
    void theLinesAreTheLimitsThatHubsAreComparedBy() throws SQLException {
        try (Workbench workbench = new Workbench(Catalogue.packaged())) {
            List<String> rows = workbench.rows(LIMITS);
            assertThat(rows).hasSize(80).allSatisfy(FunnelLimitsTest::agrees);
        }
    }

    private static void agrees(String row) {
        String[] cells = row.split(" \\| ");
        double n = Double.parseDouble(cells[1]);
        double lower = Math.max(0, Double.parseDouble(cells[3]));
        double upper = Math.min(100, Double.parseDouble(cells[4]));
        FunnelLimits limits = new FunnelLimits(Double.parseDouble(cells[0]), Double.parseDouble(cells[2]));
        assertThat(limits.lower(n, FunnelLimits.Z998)).isCloseTo(lower, within(0.0001));
        assertThat(limits.upper(n, FunnelLimits.Z998)).isCloseTo(upper, within(0.0001));
        assertThat(limits.isAbove(n, upper - 0.001)).isFalse();
        assertThat(limits.isAbove(n, upper + 0.001)).isTrue();
        assertThat(limits.isBelow(n, lower + 0.001)).isFalse();
        assertThat(limits.isBelow(n, lower - 0.001)).isTrue();
    }
}
