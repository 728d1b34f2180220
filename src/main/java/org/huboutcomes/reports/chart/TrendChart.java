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
    public void draw(ChartCanvas canvas) {
        Axis up = axis().between(canvas.height() - FOOT, TOP);
        double left = SeriesColumns.left();
        List<Double> ticks = up.ticks();
        boolean isClose = ticks.size() > CLOSE;
        for (int i = 0; i < ticks.size(); i++) {
            double tick = ticks.get(i);
            canvas.line(left, up.at(tick), canvas.width(), up.at(tick), Shade.RULE, 0.6);
            if (isClose && i % 2 == 1) continue;
            canvas.right(unit.tick(tick, up.step()), left - 6, up.at(tick) + 3, TextStyle.QUIET);
        }
        if (up.low() > 0)
            canvas.left(
                    canvas.word("axis starts at") + " " + unit.tick(up.low(), up.step()),
                    0,
                    canvas.height() - 2,
                    TextStyle.QUIET);
        if (target != null) target(canvas, up, target);
        changes(canvas, up);
        bands(canvas, up);
        network(canvas, up);
        hub(canvas, up);
        names(canvas, up);
    }

    private static void target(ChartCanvas canvas, Axis up, ChartMark target) {
        double y = up.at(target.value());
        canvas.dashes(SeriesColumns.left(), y, canvas.width(), y, Shade.TYPE, 1.1);
        canvas.left(canvas.word("aim") + " " + target.printed(), 0, y + 3, TextStyle.LABEL);
    }

    /// A vertical line between two years, with its name at the top.
    private void changes(ChartCanvas canvas, Axis up) {
        for (int i = 1; i < years.size(); i++) {
            if (!years.get(i).isChanged()) continue;
            double x = (x(canvas, i - 1) + x(canvas, i)) / 2;
            canvas.dashes(x, TOP - 4, x, up.at(up.low()), Shade.QUIET, 0.9);
            canvas.centre(canvas.word("area changed"), x, TOP - 7, TextStyle.QUIET);
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

    private double x(ChartCanvas canvas, int index) {
        return SeriesColumns.middle(index, years.size(), canvas.width());
    }

    private void network(ChartCanvas canvas, Axis up) {
        List<@Nullable ChartMark> marks = years.stream().map(Year::network).toList();
        line(canvas, up, marks, Shade.NETWORK, 1.2);
        for (int i = 0; i < years.size(); i++) {
            ChartMark mark = marks.get(i);
            if (mark != null) canvas.diamond(x(canvas, i), up.at(mark.value()), 3.2, Shade.NETWORK);
        }
    }

    /// A year without a figure interrupts the line, because nothing is assumed between its neighbours.
    private void line(ChartCanvas canvas, Axis up, List<@Nullable ChartMark> marks, Shade shade, double width) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            ChartMark mark = marks.get(i);
            if (mark == null) {
                canvas.path(points, shade, width, false);
                points = new ArrayList<>();
            } else points.add(new double[] {x(canvas, i), up.at(mark.value())});
        }
        canvas.path(points, shade, width, false);
    }

    /// The limits as a band between neighbouring years that both have them.
    private void bands(ChartCanvas canvas, Axis up) {
        for (int i = 1; i < years.size(); i++) {
            ChartMark from = years.get(i - 1).hub();
            ChartMark to = years.get(i).hub();
            if (from == null || to == null || from.lower() == null || to.lower() == null) continue;
            canvas.area(
                    List.of(
                            new double[] {x(canvas, i - 1), up.at(from.most())},
                            new double[] {x(canvas, i), up.at(to.most())},
                            new double[] {x(canvas, i), up.at(to.least())},
                            new double[] {x(canvas, i - 1), up.at(from.least())}),
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

    private void hub(ChartCanvas canvas, Axis up) {
        line(canvas, up, years.stream().map(Year::hub).toList(), Shade.SELF, 2.2);
        for (int i = 0; i < years.size(); i++) {
            ChartMark mark = years.get(i).hub();
            if (mark == null) continue;
            if (mark.lower() != null && !isBanded(i))
                canvas.uprightLimits(x(canvas, i), up.at(mark.least()), up.at(mark.most()), Shade.SELF);
            canvas.dot(x(canvas, i), up.at(mark.value()), 3.8, Shade.SELF);
        }
    }

    /// The upper of the last points is labelled above it and the lower below, so that labels never overlap.
    private void names(ChartCanvas canvas, Axis up) {
        int hub = latest(true);
        int network = latest(false);
        double ours = hub < 0 ? Double.MAX_VALUE : y(up, hub, true);
        double theirs = network < 0 ? Double.MAX_VALUE : y(up, network, false);
        if (hub >= 0) name(canvas, canvas.word("self"), x(canvas, hub), ours, ours <= theirs, TextStyle.STRONG);
        if (network >= 0)
            name(canvas, canvas.word("network"), x(canvas, network), theirs, theirs < ours, TextStyle.NETWORK);
    }

    private double y(Axis up, int year, boolean ofHub) {
        ChartMark mark = ofHub ? years.get(year).hub() : years.get(year).network();
        return up.at(Objects.requireNonNull(mark).value());
    }

    private static void name(ChartCanvas canvas, String name, double x, double y, boolean above, TextStyle type) {
        canvas.centre(name, x, y + (above ? -8 : 15), type);
    }

    /// The last year with a value, or -1.
    private int latest(boolean ofHub) {
        for (int i = years.size() - 1; i >= 0; i--)
            if ((ofHub ? years.get(i).hub() : years.get(i).network()) != null) return i;
        return -1;
    }
}
