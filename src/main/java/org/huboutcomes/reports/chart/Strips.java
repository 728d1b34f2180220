package org.huboutcomes.reports.chart;

/// Pictures in the rows of a table, one in each, with a legend above the table and one axis below.
public interface Strips {

    /// Draws the legend on a line of the page's width.
    void keys(ChartCanvas canvas);

    /// Draws the picture of a row, with the height of the row and the same width as all others.
    void row(ChartCanvas canvas, int row);

    /// Draws the common axis; nothing if each row has its own scale.
    void axis(ChartCanvas canvas);

    default boolean hasAxis() {
        return true;
    }

    /// Whether there is a stronger line below a row, because another group begins.
    default boolean endsGroup(int row) {
        return false;
    }
}
