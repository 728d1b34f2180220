package org.huboutcomes.reports.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several values beside each other: this hub with its limits, the network as an open diamond.
public record IntervalsChart(Unit unit, List<Row> rows, double most) implements Chart {

    /// @param note what stands at the right edge: the count behind the value, or why there is none
    public record Row(
            String label, @Nullable Mark hub, @Nullable Mark network, String note) {}

    private static final double HEAD = 30;
    private static final double FOOT = 16;
    private static final double LEFT = 168;
    private static final double RIGHT = 118;

    @Override
    public int height() {
        return (int) (HEAD + rows.size() * step() + FOOT);
    }

    @Override
    public void draw(Pen pen) {
        Axis axis = axis().between(LEFT, pen.width() - RIGHT);
        new Legend(pen, 0, 7).hub().limits(pen.word("limits")).network();
        pen.right(pen.word("self"), pen.width() - 62, HEAD - 7, Type.HEAD.in(Shade.SELF));
        pen.right(pen.word("count"), pen.width(), HEAD - 7, Type.HEAD);
        double bottom = HEAD + rows.size() * step();
        for (double tick : axis.ticks()) {
            pen.line(axis.at(tick), HEAD, axis.at(tick), bottom, Shade.RULE, 0.6);
            pen.centre(unit.tick(tick), axis.at(tick), bottom + 12, Type.QUIET);
        }
        for (int i = 0; i < rows.size(); i++) row(pen, axis, rows.get(i), HEAD + (i + 0.5) * step());
    }

    /// Many rows stand closer, so that a page can hold them.
    private double step() {
        return rows.size() > 6 ? 20 : 27;
    }

    private Axis axis() {
        double least = unit == Unit.PERCENT
                ? 0
                : rows.stream().mapToDouble(IntervalsChart::least).min().orElse(0);
        return Axis.around(Math.min(0, least), most, unit.floor, unit.ceiling, 0, 1);
    }

    private static double least(Row row) {
        double hub = row.hub() == null ? 0 : row.hub().least();
        return row.network() == null ? hub : Math.min(hub, row.network().value());
    }

    private void row(Pen pen, Axis axis, Row row, double y) {
        pen.block(row.label(), 0, y, LEFT - 16, Type.LABEL);
        pen.right(row.note(), pen.width(), y + 3, Type.QUIET);
        // Two lanes, so that neither mark ever hides the other.
        if (row.network() != null) pen.diamond(axis.at(row.network().value()), y + 7, 3.8, Shade.NETWORK);
        if (row.hub() == null) return;
        Mark hub = row.hub();
        if (hub.lower() != null) pen.limits(axis.at(hub.least()), axis.at(hub.most()), y - 3, Shade.SELF);
        pen.dot(axis.at(hub.value()), y - 3, 4, Shade.SELF);
        pen.right(hub.printed(), pen.width() - 62, y + 3, Type.STRONG);
    }
}
