package org.huboutcomes.reports.chart;

/// The positions of the columns of a table below a chart: the names of its rows, then one column for each point.
public final class SeriesColumns {

    private static final int LABELS = 92;

    private SeriesColumns() {}

    /// The right edge of a column; column 0 has the names.
    public static int edge(int column, int points, int width) {
        return LABELS + (width - LABELS) * column / Math.max(1, points);
    }

    /// The left edge of the first point's column.
    static double left() {
        return LABELS;
    }

    /// The middle of the column of a point, counted from 0.
    static double middle(int point, int points, double width) {
        return (edge(point, points, (int) width) + edge(point + 1, points, (int) width)) / 2.0;
    }
}
