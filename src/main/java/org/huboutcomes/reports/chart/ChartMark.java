package org.huboutcomes.reports.chart;

import org.jspecify.annotations.Nullable;

/// One value to draw, with its limits if it has any, and its printed text.
public record ChartMark(
        double value, @Nullable Double lower, @Nullable Double upper, String printed) {

    /// Whether its limits are completely above the other's.
    public boolean isAbove(ChartMark other) {
        return lower != null && other.upper != null && lower > other.upper;
    }

    double least() {
        return lower == null ? value : lower;
    }

    double most() {
        return upper == null ? value : upper;
    }
}
