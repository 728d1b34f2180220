package org.huboutcomes.reports.chart;

/// A picture that knows how tall it wants to be, and draws itself.
public interface Chart {

    /// The height it needs on paper, in points, at the width of the text column.
    int height();

    void draw(ChartCanvas pen);
}
