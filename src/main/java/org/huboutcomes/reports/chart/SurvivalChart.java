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
    public void draw(ChartCanvas canvas) {
        double left = SeriesColumns.left();
        Axis up = Axis.around(0, 100, 0, 100, canvas.height() - FOOT, TOP);
        for (double tick : up.ticks()) {
            canvas.line(left, up.at(tick), canvas.width(), up.at(tick), Shade.RULE, 0.6);
            canvas.right(Unit.PERCENT.tick(tick), left - 6, up.at(tick) + 3, TextStyle.QUIET);
        }
        for (int i = 1; i < steps.size(); i++) band(canvas, up, i);
        canvas.path(staircase(canvas, up), Shade.SELF, 2.2, false);
        for (Step step : network)
            canvas.diamond(x(canvas, step.year()), up.at(step.share().value()), 3.6, Shade.NETWORK);
        names(canvas, up);
    }

    private double x(ChartCanvas canvas, int year) {
        return SeriesColumns.middle(year - steps.get(0).year(), steps.size(), canvas.width());
    }

    /// To the next year's step, or to the edge.
    private double until(ChartCanvas canvas, int index) {
        return index + 1 < steps.size() ? x(canvas, steps.get(index + 1).year()) : canvas.width();
    }

    private void band(ChartCanvas canvas, Axis up, int index) {
        ChartMark mark = steps.get(index).share();
        if (mark.lower() == null) return;
        double from = x(canvas, steps.get(index).year());
        double most = up.at(mark.most());
        canvas.box(from, most, until(canvas, index) - from, up.at(mark.least()) - most, Shade.SELF.tint(0.15));
    }

    private List<double[]> staircase(ChartCanvas canvas, Axis up) {
        List<double[]> points = new ArrayList<>();
        double y = up.at(100);
        for (Step step : steps) {
            points.add(new double[] {x(canvas, step.year()), y});
            y = up.at(step.share().value());
            points.add(new double[] {x(canvas, step.year()), y});
        }
        points.add(new double[] {canvas.width(), y});
        return points;
    }

    private void names(ChartCanvas canvas, Axis up) {
        Step last = steps.get(steps.size() - 1);
        double y = up.at(last.share().value());
        Step beside = network.isEmpty() ? null : network.get(network.size() - 1);
        boolean below = beside != null && beside.share().value() >= last.share().value();
        canvas.right(canvas.word("self"), canvas.width() - 4, y + (below ? 13 : -7), TextStyle.STRONG);
        if (beside == null) return;
        double theirs = up.at(beside.share().value());
        canvas.centre(canvas.word("network"), x(canvas, beside.year()), theirs + (below ? -8 : 15), TextStyle.NETWORK);
    }
}
