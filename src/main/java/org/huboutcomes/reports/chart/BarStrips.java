package org.huboutcomes.reports.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bars from zero: steps of a sequence, groups, or parts of a whole, each with its limits and the network's mark.
///
/// @param key the meaning of a bar, in the legend
/// @param paler whether the bars darken from the first to the last, as for steps of a sequence
public record BarStrips(Unit unit, String key, List<Bar> bars, boolean paler) implements Strips {

    /// @param endsGroup whether another group begins below it
    public record Bar(
            @Nullable ChartMark hub, @Nullable ChartMark network, NetworkComparison standing, boolean endsGroup) {}

    private static final double MARGIN = 12;

    @Override
    public void keys(ChartCanvas canvas) {
        Legend legend = new Legend(canvas, 0, 7).swatch(Shade.SELF.tint(0.4), key);
        if (bars.stream().anyMatch(bar -> bar.hub() != null && bar.hub().lower() != null))
            legend.limits(canvas.word("limits"));
        if (bars.stream().anyMatch(bar -> bar.network() != null)) legend.network();
        NetworkComparison.keys(legend, bars.stream().map(Bar::standing));
    }

    @Override
    public void row(ChartCanvas canvas, int index) {
        Bar bar = bars.get(index);
        Axis across = across(canvas);
        double y = canvas.height() / 2;
        for (double tick : across.ticks())
            canvas.line(across.at(tick), 0, across.at(tick), canvas.height(), Shade.RULE, 0.6);
        ChartMark hub = bar.hub();
        if (hub != null) {
            double strength = paler ? 0.22 + 0.33 * index / Math.max(1, bars.size() - 1) : 0.38;
            canvas.box(MARGIN, y - 4.5, across.at(hub.value()) - MARGIN, 9, Shade.SELF.tint(strength));
            if (hub.lower() != null) canvas.limits(across.at(hub.least()), across.at(hub.most()), y, Shade.SELF);
        }
        if (bar.network() != null) canvas.diamond(across.at(bar.network().value()), y, 3.6, Shade.NETWORK);
        canvas.line(MARGIN, 0, MARGIN, canvas.height(), Shade.QUIET, 0.8);
    }

    @Override
    public void axis(ChartCanvas canvas) {
        Axis across = across(canvas);
        across.labelled()
                .forEach(tick -> canvas.centre(unit.tick(tick, across.step()), across.at(tick), 9, TextStyle.QUIET));
    }

    @Override
    public boolean endsGroup(int row) {
        return bars.get(row).endsGroup();
    }

    private Axis across(ChartCanvas canvas) {
        double most = bars.stream().mapToDouble(BarStrips::most).max().orElse(1);
        return Axis.around(0, Math.max(most, 1), unit.floor, unit.ceiling, MARGIN, canvas.width() - MARGIN);
    }

    private static double most(Bar bar) {
        double hub = bar.hub() == null ? 0 : bar.hub().most();
        return bar.network() == null ? hub : Math.max(hub, bar.network().value());
    }
}
