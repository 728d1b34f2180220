package org.huboutcomes.reports.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one stands among the hubs of a network: for each indicator the range of hubs, the middle half, the median and
/// the mark. Each row has its own scale.
public record SpineChart(List<Row> rows) implements Chart {

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

    /// @param group rows of one group stand together, between stronger rules
    /// @param absence why nothing is drawn, where nothing is
    public record Row(
            String label,
            String group,
            @Nullable Mark hub,
            @Nullable Range range,
            String network,
            @Nullable String absence) {}

    private static final double HEAD = 25;
    private static final double LEFT = 202;
    private static final double RIGHT = 114;

    @Override
    public int height() {
        return (int) (HEAD + rows.size() * step() + 2);
    }

    /// Many rows stand closer, so that they share a page with what is said of them.
    private double step() {
        return rows.size() > 16 ? 11.7 : 19;
    }

    @Override
    public void draw(Pen pen) {
        new Legend(pen, 0, 7)
                .bar(Shade.RULE, 7, pen.word("hubs"))
                .bar(Shade.ACCENT.tint(0.45), 9, pen.word("middle half"))
                .tick(pen.word("median"))
                .hub();
        pen.right(pen.word("self"), pen.width() - 56, HEAD - 6, Type.HEAD.in(Shade.SELF));
        pen.right(pen.word("beside"), pen.width(), HEAD - 6, Type.HEAD);
        for (int i = 0; i < rows.size(); i++) {
            boolean opens =
                    i == 0 || !rows.get(i).group().equals(rows.get(i - 1).group());
            row(pen, rows.get(i), HEAD + i * step(), opens);
        }
    }

    private void row(Pen pen, Row row, double top, boolean opens) {
        double y = top + step() / 2;
        pen.line(0, top, pen.width(), top, opens ? Shade.SELF : Shade.RULE, opens ? 0.9 : 0.5);
        pen.left(row.label(), 0, y + 3, Type.LABEL);
        if (row.hub() != null) pen.right(row.hub().printed(), pen.width() - 56, y + 3, Type.STRONG);
        pen.right(row.network(), pen.width(), y + 3, Type.QUIET);
        if (row.absence() != null) pen.left(row.absence(), LEFT, y + 3, Type.QUIET);
        if (row.range() != null) strip(pen, row.range(), row.hub(), y);
    }

    private void strip(Pen pen, Range range, @Nullable Mark hub, double y) {
        double least = hub == null ? range.lowest() : Math.min(range.lowest(), hub.value());
        double most = hub == null ? range.highest() : Math.max(range.highest(), hub.value());
        double slack = Math.max(most - least, 1e-9) * 0.04;
        Axis axis = new Axis(least - slack, most + slack, 1, LEFT, pen.width() - RIGHT);
        pen.box(axis.at(range.lowest()), y - 3.2, axis.at(range.highest()) - axis.at(range.lowest()), 6.4, Shade.RULE);
        double quarter = axis.at(range.lowerQuartile());
        pen.box(quarter, y - 4.2, axis.at(range.upperQuartile()) - quarter, 8.4, Shade.ACCENT.tint(0.45));
        for (double value : range.hubs()) pen.disc(axis.at(value), y, 1.5, Shade.QUIET);
        pen.line(axis.at(range.median()), y - 5.4, axis.at(range.median()), y + 5.4, Shade.TYPE, 1.6);
        if (hub != null) pen.dot(axis.at(hub.value()), y, 3.8, Shade.SELF);
    }
}
