package org.huboutcomes.reports.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bars from nought: the rungs of a ladder or the parts of a whole, each with its limits and the network's mark.
public record BarsChart(Unit unit, List<Bar> bars, boolean paler) implements Chart {

    /// @param note the count behind the bar, or why there is none
    public record Bar(
            String label, @Nullable Mark hub, @Nullable Mark network, String note) {}

    private static final double HEAD = 24;
    private static final double ROOMY = 21;
    private static final double CLOSE = 17;
    private static final double FOOT = 18;
    private static final double NARROW = 106;
    private static final double WIDE = 176;
    private static final double RIGHT = 132;

    private double left() {
        return bars.stream().anyMatch(bar -> bar.label().length() > 20) ? WIDE : NARROW;
    }

    private double step() {
        return bars.size() > 5 ? CLOSE : ROOMY;
    }

    @Override
    public int height() {
        return (int) (HEAD + bars.size() * step() + FOOT);
    }

    @Override
    public void draw(Pen pen) {
        double most = bars.stream().mapToDouble(BarsChart::most).max().orElse(1);
        Axis across = Axis.around(0, Math.max(most, 1), unit.floor, unit.ceiling, left(), pen.width() - RIGHT);
        double bottom = HEAD + bars.size() * step();
        Legend legend = new Legend(pen, 0, 7).swatch(Shade.SELF.tint(0.4), pen.word("self"));
        if (bars.stream().anyMatch(bar -> bar.hub() != null && bar.hub().lower() != null))
            legend.limits(pen.word("limits"));
        if (bars.stream().anyMatch(bar -> bar.network() != null)) legend.network();
        for (double tick : across.ticks()) {
            pen.line(across.at(tick), HEAD, across.at(tick), bottom, Shade.RULE, 0.6);
            pen.centre(unit.tick(tick), across.at(tick), bottom + 12, Type.QUIET);
        }
        for (int i = 0; i < bars.size(); i++) bar(pen, across, bars.get(i), i);
        pen.line(left(), HEAD, left(), bottom, Shade.QUIET, 0.8);
    }

    private static double most(Bar bar) {
        double hub = bar.hub() == null ? 0 : bar.hub().most();
        return bar.network() == null ? hub : Math.max(hub, bar.network().value());
    }

    private void bar(Pen pen, Axis across, Bar bar, int index) {
        double y = HEAD + (index + 0.5) * step();
        pen.block(bar.label(), 0, y, left() - 10, Type.LABEL);
        pen.right(bar.note(), pen.width(), y + 3, Type.QUIET);
        Mark hub = bar.hub();
        double high = step() * 0.64;
        if (hub != null) {
            double strength = paler ? 0.22 + 0.33 * index / Math.max(1, bars.size() - 1) : 0.35;
            pen.box(left(), y - high / 2, across.at(hub.value()) - left(), high, Shade.SELF.tint(strength));
            if (hub.lower() != null) limits(pen, across, hub, y);
            pen.right(hub.printed(), pen.width() - 82, y + 3, Type.STRONG);
        }
        if (bar.network() != null) pen.diamond(across.at(bar.network().value()), y, 4.2, Shade.NETWORK);
    }

    private static void limits(Pen pen, Axis across, Mark hub, double y) {
        pen.limits(across.at(hub.least()), across.at(hub.most()), y, Shade.SELF);
    }
}
