package org.huboutcomes.publish;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The distribution of an indicator over the hubs of a network, without names; only for five hubs or more.
///
/// @param centre the pooled value of the compared hubs, around which the limits are drawn; null if none is compared
/// @param tauSquared the between-hub variance on the arcsine scale; null if the indicator is not a share
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
        @Nullable Double centre,
        @Nullable Double tauSquared,
        List<Point> points) {

    /// One unnamed hub of the distribution.
    ///
    /// @param effectiveN n reduced by the design effect, used for the limits
    /// @param isPlotted whether it is compared with the network
    public record Point(BigDecimal n, BigDecimal effectiveN, BigDecimal value, boolean isPlotted) {}
}
