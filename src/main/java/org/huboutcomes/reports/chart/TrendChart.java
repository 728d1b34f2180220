package org.huboutcomes.reports.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value by academic year with its limits, the network's line, and a target where there is one.
public record TrendChart(
        Unit unit, List<Year> years, @Nullable Mark target) implements Chart {

    public record Year(
            String label, @Nullable Mark hub, @Nullable Mark network) {}

    private static final double TOP = 10;
    private static final double FOOT = 22;
    private static final double LEFT = 38;
    private static final double RIGHT = 104;

    @Override
    public int height() {
        return 126;
    }

    @Override
    public void draw(Pen pen) {
        Axis up = axis().between(pen.height() - FOOT, TOP);
        for (double tick : up.ticks()) {
            pen.line(LEFT, up.at(tick), pen.width() - RIGHT, up.at(tick), Shade.RULE, 0.6);
            pen.right(unit.tick(tick), LEFT - 7, up.at(tick) + 3, Type.QUIET);
        }
        for (int i = 0; i < years.size(); i++)
            pen.centre(years.get(i).label(), x(pen, i), pen.height() - 6, Type.QUIET);
        if (up.low() > 0)
            pen.left(
                    pen.word("axis starts at") + " " + unit.tick(up.low()),
                    pen.width() - RIGHT + 9,
                    up.at(up.low()) + 3,
                    Type.QUIET);
        if (target != null)
            pen.dashes(LEFT, up.at(target.value()), pen.width() - RIGHT, up.at(target.value()), Shade.TYPE, 1.1);
        bands(pen, up);
        network(pen, up);
        hub(pen, up);
        names(pen, up);
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
        double room = (pen.width() - RIGHT - LEFT) / years.size();
        return LEFT + room * (index + 0.5);
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

    private void names(Pen pen, Axis up) {
        List<Name> names = new ArrayList<>();
        Mark hub = latest(true);
        Mark network = latest(false);
        if (hub != null) names.add(new Name(pen.word("self") + " " + hub.printed(), up.at(hub.value()), Type.STRONG));
        if (network != null)
            names.add(new Name(pen.word("network") + " " + network.printed(), up.at(network.value()), Type.NETWORK));
        if (target != null)
            names.add(new Name(pen.word("aim") + " " + target.printed(), up.at(target.value()), Type.LABEL));
        names.sort(Comparator.comparingDouble(Name::y));
        double free = -Double.MAX_VALUE;
        for (Name name : names) {
            double y = Math.max(name.y(), free);
            pen.left(name.text(), pen.width() - RIGHT + 9, y + 3, name.type());
            free = y + 12;
        }
    }

    private @Nullable Mark latest(boolean ofHub) {
        for (int i = years.size() - 1; i >= 0; i--) {
            Mark mark = ofHub ? years.get(i).hub() : years.get(i).network();
            if (mark != null) return mark;
        }
        return null;
    }

    private record Name(String text, double y, Type type) {}
}
