package org.huboutcomes.publish;

import java.math.BigDecimal;
import java.util.List;

/// How one indicator spreads over the hubs of a network, without their names; made only from five hubs on.
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
        List<Point> points) {

    /// One hub of the spread, unnamed.
    public record Point(BigDecimal n, BigDecimal value) {}
}
