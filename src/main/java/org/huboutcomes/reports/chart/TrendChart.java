package org.huboutcomes.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A value by academic year with its limits, the network's line, and a target if there is one.
public record TrendChart(
        Unit unit, List<Year> years, @Nullable ChartMark target) implements Chart {

    /// @param isChanged whether it counts something else than in the year before, such as another area
    public record Year(
            String label, @Nullable ChartMark hub, @Nullable ChartMark network, boolean isChanged) {}

    private static final double TOP = 16;
    private static final double FOOT = 15;

    /// With more steps than this, only every second one is labelled.
    private static final int CLOSE = 4;

    @Override
    public int height() {
        return 68;
    }

    @Override
    public void draw(ChartCanvas pen) {
        Axis up = axis().between(pen.height() - FOOT, TOP);
        double left = SeriesColumns.left();
        List<Double> ticks = up.ticks();
        boolean isClose = ticks.size() > CLOSE;
        for (int i = 0; i < ticks.size(); i++) {
            double tick = ticks.get(i);
            pen.line(left, up.at(tick), pen.width(), up.at(tick), Shade.RULE, 0.6);
            if (isClose && i % 2 == 1) continue;
            pen.right(unit.tick(tick, up.step()), left - 6, up.at(tick) + 3, TextStyle.QUIET);
        }
        if (up.low() > 0)
            pen.left(
                    pen.word("axis starts at") + " " + unit.tick(up.low(), up.step()),
                    0,
                    pen.height() - 2,
                    TextStyle.QUIET);
        if (target != null) target(pen, up, target);
        changes(pen, up);
        bands(pen, up);
        network(pen, up);
        hub(pen, up);
        names(pen, up);
    }

    private static void target(ChartCanvas pen, Axis up, ChartMark target) {
        double y = up.at(target.value());
        pen.dashes(SeriesColumns.left(), y, pen.width(), y, Shade.TYPE, 1.1);
        pen.left(pen.word("aim") + " " + target.printed(), 0, y + 3, TextStyle.LABEL);
    }

    /// A vertical line between two years, with its name at the top.
    private void changes(ChartCanvas pen, Axis up) {
        for (int i = 1; i < years.size(); i++) {
            if (!years.get(i).isChanged()) continue;
            double x = (x(pen, i - 1) + x(pen, i)) / 2;
            pen.dashes(x, TOP - 4, x, up.at(up.low()), Shade.QUIET, 0.9);
            pen.centre(pen.word("area changed"), x, TOP - 7, TextStyle.QUIET);
        }
    }

    private Axis axis() {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (Year year : years)
            for (ChartMark mark : new ChartMark[] {year.hub(), year.network(), target}) {
                if (mark == null) continue;
                least = Math.min(least, mark.least());
                most = Math.max(most, mark.most());
            }
        // A span of at least twenty points or a fifth, so that a small change does not look like a cliff.
        double span = unit == Unit.NUMBER ? Math.max(0.2, 0.2 * Math.abs(most)) : 20;
        double slack = Math.max(0, (span - (most - least)) / 2);
        return Axis.around(least - slack, most + slack, unit.floor, unit.ceiling, 0, 1);
    }

    private double x(ChartCanvas pen, int index) {
        return SeriesColumns.middle(index, years.size(), pen.width());
    }

    private void network(ChartCanvas pen, Axis up) {
        List<@Nullable ChartMark> marks = years.stream().map(Year::network).toList();
        line(pen, up, marks, Shade.NETWORK, 1.2);
        for (int i = 0; i < years.size(); i++) {
            ChartMark mark = marks.get(i);
            if (mark != null) pen.diamond(x(pen, i), up.at(mark.value()), 3.2, Shade.NETWORK);
        }
    }

    /// A year without a figure interrupts the line, because nothing is assumed between its neighbours.
    private void line(ChartCanvas pen, Axis up, List<@Nullable ChartMark> marks, Shade shade, double width) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            ChartMark mark = marks.get(i);
            if (mark == null) {
                pen.path(points, shade, width, false);
                points = new ArrayList<>();
            } else points.add(new double[] {x(pen, i), up.at(mark.value())});
        }
        pen.path(points, shade, width, false);
    }

    /// The limits as a band between neighbouring years that both have them.
    private void bands(ChartCanvas pen, Axis up) {
        for (int i = 1; i < years.size(); i++) {
            ChartMark from = years.get(i - 1).hub();
            ChartMark to = years.get(i).hub();
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
        ChartMark mark = years.get(year).hub();
        return mark != null && mark.lower() != null;
    }

    private void hub(ChartCanvas pen, Axis up) {
        line(pen, up, years.stream().map(Year::hub).toList(), Shade.SELF, 2.2);
        for (int i = 0; i < years.size(); i++) {
            ChartMark mark = years.get(i).hub();
            if (mark == null) continue;
            if (mark.lower() != null && !isBanded(i))
                pen.uprightLimits(x(pen, i), up.at(mark.least()), up.at(mark.most()), Shade.SELF);
            pen.dot(x(pen, i), up.at(mark.value()), 3.8, Shade.SELF);
        }
    }

    /// The upper of the last points is labelled above it and the lower below, so that labels never overlap.
    private void names(ChartCanvas pen, Axis up) {
        int hub = latest(true);
        int network = latest(false);
        double ours = hub < 0 ? Double.MAX_VALUE : y(up, hub, true);
        double theirs = network < 0 ? Double.MAX_VALUE : y(up, network, false);
        if (hub >= 0) name(pen, pen.word("self"), x(pen, hub), ours, ours <= theirs, TextStyle.STRONG);
        if (network >= 0) name(pen, pen.word("network"), x(pen, network), theirs, theirs < ours, TextStyle.NETWORK);
    }

    private double y(Axis up, int year, boolean ofHub) {
        ChartMark mark = ofHub ? years.get(year).hub() : years.get(year).network();
        return up.at(Objects.requireNonNull(mark).value());
    }

    private static void name(ChartCanvas pen, String name, double x, double y, boolean above, TextStyle type) {
        pen.centre(name, x, y + (above ? -8 : 15), type);
    }

    /// The last year with a value, or -1.
    private int latest(boolean ofHub) {
        for (int i = years.size() - 1; i >= 0; i--)
            if ((ofHub ? years.get(i).hub() : years.get(i).network()) != null) return i;
        return -1;
    }
}
