package org.huboutcomes.reports.chart;

/// A picture with its height, which draws itself.
public interface Chart {

    /// Its height on paper in points, for the width of the text column.
    int height();

    void draw(ChartCanvas canvas);
}
