package org.huboutcomes.reports.chart;

/// Where the columns of a table stand that lies under a chart: the names of its rows, then one column for each point.
public final class SeriesColumns {

    private static final int LABELS = 92;

    private SeriesColumns() {}

    /// Where a column ends; column 0 holds the names.
    public static int edge(int column, int points, int width) {
        return LABELS + (width - LABELS) * column / Math.max(1, points);
    }

    /// Where the first point's column begins.
    static double left() {
        return LABELS;
    }

    /// The middle of the column of a point, counted from 0.
    static double middle(int point, int points, double width) {
        return (edge(point, points, (int) width) + edge(point + 1, points, (int) width)) / 2.0;
    }
}
