package org.huboutcomes.reports.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one stands among the hubs of a network: for each indicator the range of hubs, the middle half, the median and
/// the mark. Each row has its own scale.
public record SpineStrips(List<Row> rows) implements Strips {

    /// The spread of hubs without their names; made only where there are enough of them.
    ///
    /// @param hubs the value of each, to be drawn as points; empty where the range is enough
    public record Range(
            double lowest,
            double lowerQuartile,
            double median,
            double upperQuartile,
            double highest,
            List<Double> hubs) {}

    /// @param group rows of one group stand together, a stronger rule under them
    /// @param absence why nothing is drawn, where nothing is
    public record Row(
            String group,
            @Nullable Mark hub,
            @Nullable Range range,
            Standing standing,
            @Nullable String absence) {}

    private static final double MARGIN = 6;

    @Override
    public void keys(Pen pen) {
        Legend legend = new Legend(pen, 0, 7)
                .bar(Shade.RULE, 7, pen.word("hubs"))
                .bar(Shade.ACCENT.tint(0.45), 9, pen.word("middle half"))
                .tick(pen.word("median"))
                .hub();
        Standing.keys(legend, rows.stream().map(Row::standing));
    }

    @Override
    public void row(Pen pen, int index) {
        Row row = rows.get(index);
        double y = pen.height() / 2;
        if (row.absence() != null) pen.left(row.absence(), MARGIN, y + 3, Type.QUIET);
        if (row.range() != null) strip(pen, row.range(), row.hub(), y);
    }

    private static void strip(Pen pen, Range range, @Nullable Mark hub, double y) {
        double least = hub == null ? range.lowest() : Math.min(range.lowest(), hub.value());
        double most = hub == null ? range.highest() : Math.max(range.highest(), hub.value());
        Axis axis = new Axis(least, Math.max(most, least + 1e-9), 1, MARGIN, pen.width() - MARGIN);
        pen.box(axis.at(range.lowest()), y - 2.6, axis.at(range.highest()) - axis.at(range.lowest()), 5.2, Shade.RULE);
        double quarter = axis.at(range.lowerQuartile());
        pen.box(quarter, y - 3.8, axis.at(range.upperQuartile()) - quarter, 7.6, Shade.ACCENT.tint(0.45));
        for (double value : range.hubs()) pen.disc(axis.at(value), y, 1.4, Shade.QUIET);
        pen.line(axis.at(range.median()), y - 4.8, axis.at(range.median()), y + 4.8, Shade.TYPE, 1.6);
        if (hub != null) pen.dot(axis.at(hub.value()), y, 3.6, Shade.SELF);
    }

    @Override
    public void axis(Pen pen) {}

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
