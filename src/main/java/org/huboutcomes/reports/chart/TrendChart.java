package org.huboutcomes.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A value by academic year with its limits, the network's line, and a target where there is one.
public record TrendChart(
        Unit unit, List<Year> years, @Nullable Mark target) implements Chart {

    public record Year(
            String label, @Nullable Mark hub, @Nullable Mark network) {}

    private static final double TOP = 16;
    private static final double FOOT = 15;

    @Override
    public int height() {
        return 108;
    }

    @Override
    public void draw(Pen pen) {
        Axis up = axis().between(pen.height() - FOOT, TOP);
        double left = SeriesColumns.left();
        for (double tick : up.ticks()) {
            pen.line(left, up.at(tick), pen.width(), up.at(tick), Shade.RULE, 0.6);
            pen.right(unit.tick(tick, up.step()), left - 6, up.at(tick) + 3, Type.QUIET);
        }
        if (up.low() > 0)
            pen.left(
                    pen.word("axis starts at") + " " + unit.tick(up.low(), up.step()), 0, pen.height() - 2, Type.QUIET);
        if (target != null) target(pen, up, target);
        bands(pen, up);
        network(pen, up);
        hub(pen, up);
        names(pen, up);
    }

    private static void target(Pen pen, Axis up, Mark target) {
        double y = up.at(target.value());
        pen.dashes(SeriesColumns.left(), y, pen.width(), y, Shade.TYPE, 1.1);
        pen.left(pen.word("aim") + " " + target.printed(), 0, y + 3, Type.LABEL);
    }

    private Axis axis() {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (Year year : years)
            for (Mark mark : new Mark[] {year.hub(), year.network(), target}) {
                if (mark == null) continue;
                least = Math.min(least, mark.least());
                most = Math.max(most, mark.most());
            }
        // A span of at least twenty points or a fifth, so that a wobble is not drawn as a cliff.
        double span = unit == Unit.NUMBER ? Math.max(0.2, 0.2 * Math.abs(most)) : 20;
        double slack = Math.max(0, (span - (most - least)) / 2);
        return Axis.around(least - slack, most + slack, unit.floor, unit.ceiling, 0, 1);
    }

    private double x(Pen pen, int index) {
        return SeriesColumns.middle(index, years.size(), pen.width());
    }

    private void network(Pen pen, Axis up) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            Mark mark = years.get(i).network();
            if (mark != null) points.add(new double[] {x(pen, i), up.at(mark.value())});
        }
        pen.path(points, Shade.NETWORK, 1.2, false);
        for (double[] point : points) pen.diamond(point[0], point[1], 3.2, Shade.NETWORK);
    }

    /// The limits as a band between neighbouring years that both have them.
    private void bands(Pen pen, Axis up) {
        for (int i = 1; i < years.size(); i++) {
            Mark from = years.get(i - 1).hub();
            Mark to = years.get(i).hub();
            if (from == null || to == null || from.lower() == null || to.lower() == null) continue;
            pen.area(
                    List.of(
                            new double[] {x(pen, i - 1), up.at(from.most())},
                            new double[] {x(pen, i), up.at(to.most())},
                            new double[] {x(pen, i), up.at(to.least())},
                            new double[] {x(pen, i - 1), up.at(from.least())}),
                    Shade.SELF.tint(0.14));
        }
    }

    private boolean isBanded(int year) {
        return hasLimits(year) && (hasLimits(year - 1) || hasLimits(year + 1));
    }

    private boolean hasLimits(int year) {
        if (year < 0 || year >= years.size()) return false;
        Mark mark = years.get(year).hub();
        return mark != null && mark.lower() != null;
    }

    private void hub(Pen pen, Axis up) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            Mark mark = years.get(i).hub();
            if (mark == null) {
                // A year without a figure breaks the line: nothing is guessed between its neighbours.
                pen.path(points, Shade.SELF, 2.2, false);
                points = new ArrayList<>();
            } else points.add(new double[] {x(pen, i), up.at(mark.value())});
        }
        pen.path(points, Shade.SELF, 2.2, false);
        for (int i = 0; i < years.size(); i++) {
            Mark mark = years.get(i).hub();
            if (mark == null) continue;
            if (mark.lower() != null && !isBanded(i))
                pen.uprightLimits(x(pen, i), up.at(mark.least()), up.at(mark.most()), Shade.SELF);
            pen.dot(x(pen, i), up.at(mark.value()), 3.8, Shade.SELF);
        }
    }

    /// The upper of the last points is named above it and the lower below, so that names never meet.
    private void names(Pen pen, Axis up) {
        int hub = latest(true);
        int network = latest(false);
        double ours = hub < 0 ? Double.MAX_VALUE : y(up, hub, true);
        double theirs = network < 0 ? Double.MAX_VALUE : y(up, network, false);
        if (hub >= 0) name(pen, pen.word("self"), x(pen, hub), ours, ours <= theirs, Type.STRONG);
        if (network >= 0) name(pen, pen.word("network"), x(pen, network), theirs, theirs < ours, Type.NETWORK);
    }

    private double y(Axis up, int year, boolean ofHub) {
        Mark mark = ofHub ? years.get(year).hub() : years.get(year).network();
        return up.at(Objects.requireNonNull(mark).value());
    }

    private static void name(Pen pen, String name, double x, double y, boolean above, Type type) {
        pen.centre(name, x, y + (above ? -8 : 15), type);
    }

    /// The last year that has a value, or -1.
    private int latest(boolean ofHub) {
        for (int i = years.size() - 1; i >= 0; i--)
            if ((ofHub ? years.get(i).hub() : years.get(i).network()) != null) return i;
        return -1;
    }
}
