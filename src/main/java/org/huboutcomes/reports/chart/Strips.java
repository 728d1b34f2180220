package org.huboutcomes.reports.chart;

/// Pictures that stand in the rows of a table, one in each, with their keys above it and one axis below.
public interface Strips {

    /// The keys of the marks, on a line as wide as the page.
    void keys(ChartCanvas pen);

    /// The picture of a row, as high as the row and as wide as every other.
    void row(ChartCanvas pen, int row);

    /// What the pictures are measured by; nothing where each row has a scale of its own.
    void axis(ChartCanvas pen);

    default boolean hasAxis() {
        return true;
    }

    /// Whether a stronger rule stands under a row, because another group begins.
    default boolean endsGroup(int row) {
        return false;
    }
}
