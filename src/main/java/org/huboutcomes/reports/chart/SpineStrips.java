package org.huboutcomes.reports.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The position of a hub among the hubs of its network: for each indicator the range of hubs, the middle half, the
/// median and the hub's mark. Each row has its own scale.
public record SpineStrips(List<Row> rows) implements Strips {

    /// The spread of hubs without names; only if there are enough of them.
    ///
    /// @param hubs the values to draw as points; empty if the range is enough
    public record Range(
            double lowest,
            double lowerQuartile,
            double median,
            double upperQuartile,
            double highest,
            List<Double> hubs) {}

    /// @param better the side that is better, marked with an arrow
    /// @param group rows of one group are together, with a stronger line below them
    /// @param absence why nothing is drawn; empty if something is
    public record Row(
            String group,
            @Nullable ChartMark hub,
            @Nullable Range range,
            NetworkComparison standing,
            Better better,
            @Nullable String absence) {}

    /// Which side of a row is better.
    public enum Better {
        RIGHT,
        LEFT,
        NEITHER
    }

    private static final double MARGIN = 10;

    @Override
    public void keys(ChartCanvas canvas) {
        Legend legend = new Legend(canvas, 0, 7)
                .bar(Shade.RULE, 7, canvas.word("range"))
                .bar(Shade.ACCENT.tint(0.45), 9, canvas.word("middle half"))
                .tick(canvas.word("median"))
                .hub();
        if (rows.stream().anyMatch(row -> row.hub() != null && row.hub().lower() != null))
            legend.limits(canvas.word("limits"));
        if (rows.stream().anyMatch(row -> row.better() != Better.NEITHER)) legend.arrow(canvas.word("better"));
    }

    @Override
    public void row(ChartCanvas canvas, int index) {
        Row row = rows.get(index);
        double y = canvas.height() / 2;
        if (row.absence() != null) canvas.left(row.absence(), MARGIN, y + 3, TextStyle.QUIET);
        if (row.range() != null) strip(canvas, row, row.range(), y);
        if (row.better() != Better.NEITHER && row.range() != null)
            canvas.arrow(row.better() == Better.RIGHT ? canvas.width() - 2 : 2, y, row.better() == Better.RIGHT);
    }

    private static void strip(ChartCanvas canvas, Row row, Range range, double y) {
        ChartMark hub = row.hub();
        double least = hub == null ? range.lowest() : Math.min(range.lowest(), hub.least());
        double most = hub == null ? range.highest() : Math.max(range.highest(), hub.most());
        Axis axis = new Axis(least, Math.max(most, least + 1e-9), 1, MARGIN, canvas.width() - MARGIN);
        canvas.box(
                axis.at(range.lowest()), y - 2.6, axis.at(range.highest()) - axis.at(range.lowest()), 5.2, Shade.RULE);
        double quarter = axis.at(range.lowerQuartile());
        canvas.box(quarter, y - 3.8, axis.at(range.upperQuartile()) - quarter, 7.6, Shade.ACCENT.tint(0.45));
        for (double value : range.hubs()) canvas.disc(axis.at(value), y, 1.4, Shade.QUIET);
        canvas.line(axis.at(range.median()), y - 4.8, axis.at(range.median()), y + 4.8, Shade.TYPE, 1.6);
        if (hub == null) return;
        if (hub.lower() != null) canvas.line(axis.at(hub.least()), y, axis.at(hub.most()), y, Shade.SELF, 1.2);
        canvas.dot(axis.at(hub.value()), y, 3.6, Shade.SELF);
        // Open if the hub does not clearly differ, so that readers need not distinguish colours.
        if (row.standing() == NetworkComparison.NONE) canvas.disc(axis.at(hub.value()), y, 2.1, Shade.PAPER);
    }

    @Override
    public void axis(ChartCanvas canvas) {}

    @Override
    public boolean hasAxis() {
        return false;
    }

    @Override
    public boolean endsGroup(int row) {
        return row + 1 < rows.size()
                && !rows.get(row).group().equals(rows.get(row + 1).group());
    }
}
