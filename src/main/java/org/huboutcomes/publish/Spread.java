package org.huboutcomes.publish;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one indicator spreads over the hubs of a network, without their names; made only from five hubs on.
///
/// @param tauSquared how much more than chance the hubs differ, on the arcsine scale of a share; null for what is no
/// share
public record Spread(
        int timePeriod,
        String educationPhase,
        String breakdown,
        String indicator,
        int hubs,
        BigDecimal lowest,
        BigDecimal lowerQuartile,
        BigDecimal median,
        BigDecimal upperQuartile,
        BigDecimal highest,
        @Nullable Double tauSquared,
        List<Point> points) {

    /// One hub of the spread, unnamed.
    public record Point(BigDecimal n, BigDecimal value) {}
}
