package org.huboutcomes.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The share that is still there so many years after its start, as a falling staircase with its limits, the network's
/// marks beside it, and under it how many were at risk.
public record SurvivalChart(String across, List<Step> steps, List<Step> network) implements Chart {

    /// @param atRisk how many were still followed at the start of the year; printed, not drawn
    public record Step(int year, Mark share, @Nullable String atRisk) {}

    private static final double TOP = 12;
    private static final double FOOT = 62;
    private static final double LEFT = 62;
    private static final double RIGHT = 104;

    @Override
    public int height() {
        return 196;
    }

    @Override
    public void draw(Pen pen) {
        double right = pen.width() - RIGHT;
        double bottom = pen.height() - FOOT;
        Axis up = Axis.around(0, 100, 0, 100, bottom, TOP);
        Axis along = new Axis(0, Math.max(1, last()), 1, LEFT + 10, right - 10);
        for (double tick : up.ticks()) {
            pen.line(LEFT, up.at(tick), right, up.at(tick), Shade.RULE, 0.6);
            pen.right(Unit.PERCENT.tick(tick), LEFT - 7, up.at(tick) + 3, Type.QUIET);
        }
        for (int i = 1; i < steps.size(); i++) band(pen, up, along, i);
        pen.path(staircase(up, along), Shade.SELF, 2.2, false);
        for (Step step : network)
            pen.diamond(along.at(step.year()), up.at(step.share().value()), 3.6, Shade.NETWORK);
        for (Step step : steps) {
            pen.centre(Integer.toString(step.year()), along.at(step.year()), bottom + 13, Type.QUIET);
            if (step.atRisk() != null) pen.centre(step.atRisk(), along.at(step.year()), pen.height() - 6, Type.LABEL);
        }
        pen.centre(across, (LEFT + right) / 2, bottom + 27, Type.QUIET);
        pen.left(pen.word("at risk"), 0, pen.height() - 22, Type.HEAD);
        names(pen, up, right);
    }

    private int last() {
        return steps.isEmpty() ? 1 : steps.get(steps.size() - 1).year();
    }

    private void band(Pen pen, Axis up, Axis along, int index) {
        Mark mark = steps.get(index).share();
        if (mark.lower() == null) return;
        double from = along.at(steps.get(index).year());
        double to = index + 1 < steps.size() ? along.at(steps.get(index + 1).year()) : from + 10;
        pen.box(from, up.at(mark.most()), to - from, up.at(mark.least()) - up.at(mark.most()), Shade.SELF.tint(0.15));
    }

    private List<double[]> staircase(Axis up, Axis along) {
        List<double[]> points = new ArrayList<>();
        double y = up.at(100);
        for (Step step : steps) {
            points.add(new double[] {along.at(step.year()), y});
            y = up.at(step.share().value());
            points.add(new double[] {along.at(step.year()), y});
        }
        points.add(new double[] {along.at(last()) + 10, y});
        return points;
    }

    private void names(Pen pen, Axis up, double right) {
        if (steps.isEmpty()) return;
        Mark self = steps.get(steps.size() - 1).share();
        double y = up.at(self.value());
        pen.left(pen.word("self") + " " + self.printed(), right + 9, y + 3, Type.STRONG);
        if (network.isEmpty()) return;
        Mark beside = network.get(network.size() - 1).share();
        double below = up.at(beside.value());
        if (Math.abs(below - y) < 12) below = below < y ? y - 12 : y + 12;
        pen.left(pen.word("network") + " " + beside.printed(), right + 9, below + 3, Type.NETWORK);
    }
}
