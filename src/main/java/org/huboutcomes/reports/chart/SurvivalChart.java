package org.huboutcomes.reports.chart;

import java.util.ArrayList;
import java.util.List;

/// The share remaining after each year, as a falling staircase with limits, and the network's marks. The numbers at
/// risk are in the table below, year by year.
public record SurvivalChart(List<Step> steps, List<Step> network) implements Chart {

    public record Step(int year, ChartMark share) {}

    private static final double TOP = 16;
    private static final double FOOT = 8;

    @Override
    public int height() {
        return 88;
    }

    @Override
    public void draw(ChartCanvas pen) {
        double left = SeriesColumns.left();
        Axis up = Axis.around(0, 100, 0, 100, pen.height() - FOOT, TOP);
        for (double tick : up.ticks()) {
            pen.line(left, up.at(tick), pen.width(), up.at(tick), Shade.RULE, 0.6);
            pen.right(Unit.PERCENT.tick(tick), left - 6, up.at(tick) + 3, TextStyle.QUIET);
        }
        for (int i = 1; i < steps.size(); i++) band(pen, up, i);
        pen.path(staircase(pen, up), Shade.SELF, 2.2, false);
        for (Step step : network)
            pen.diamond(x(pen, step.year()), up.at(step.share().value()), 3.6, Shade.NETWORK);
        names(pen, up);
    }

    private double x(ChartCanvas pen, int year) {
        return SeriesColumns.middle(year - steps.get(0).year(), steps.size(), pen.width());
    }

    /// To the next year's step, or to the edge.
    private double until(ChartCanvas pen, int index) {
        return index + 1 < steps.size() ? x(pen, steps.get(index + 1).year()) : pen.width();
    }

    private void band(ChartCanvas pen, Axis up, int index) {
        ChartMark mark = steps.get(index).share();
        if (mark.lower() == null) return;
        double from = x(pen, steps.get(index).year());
        double most = up.at(mark.most());
        pen.box(from, most, until(pen, index) - from, up.at(mark.least()) - most, Shade.SELF.tint(0.15));
    }

    private List<double[]> staircase(ChartCanvas pen, Axis up) {
        List<double[]> points = new ArrayList<>();
        double y = up.at(100);
        for (Step step : steps) {
            points.add(new double[] {x(pen, step.year()), y});
            y = up.at(step.share().value());
            points.add(new double[] {x(pen, step.year()), y});
        }
        points.add(new double[] {pen.width(), y});
        return points;
    }

    private void names(ChartCanvas pen, Axis up) {
        Step last = steps.get(steps.size() - 1);
        double y = up.at(last.share().value());
        Step beside = network.isEmpty() ? null : network.get(network.size() - 1);
        boolean below = beside != null && beside.share().value() >= last.share().value();
        pen.right(pen.word("self"), pen.width() - 4, y + (below ? 13 : -7), TextStyle.STRONG);
        if (beside == null) return;
        double theirs = up.at(beside.share().value());
        pen.centre(pen.word("network"), x(pen, beside.year()), theirs + (below ? -8 : 15), TextStyle.NETWORK);
    }
}
