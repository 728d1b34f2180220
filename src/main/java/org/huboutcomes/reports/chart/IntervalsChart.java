package org.huboutcomes.reports.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Several values beside each other: one with its limits as a disc, its network as an open diamond.
///
/// @param ends where the axis begins and ends; null where the values say so
/// @param parity a value to be marked by a line, such as 1 where groups are reached alike
public record IntervalsChart(
        Unit unit,
        List<Row> rows,
        @Nullable Ends ends,
        @Nullable Double parity) implements Chart {

    public record Ends(double from, double to) {}

    /// @param note what stands at the right edge: the count behind the value, or why there is none
    public record Row(
            String label, @Nullable Mark hub, @Nullable Mark network, String note) {}

    private static final double HEAD = 27;
    private static final double FOOT = 16;
    private static final double LEFT = 172;
    private static final double RIGHT = 152;
    private static final double VALUE = 92;

    @Override
    public int height() {
        return (int) (HEAD + rows.size() * step() + FOOT);
    }

    @Override
    public void draw(Pen pen) {
        Axis axis = axis().between(LEFT, pen.width() - RIGHT);
        Legend legend = new Legend(pen, 0, 7).hub().limits(pen.word("limits"));
        if (rows.stream().anyMatch(row -> row.network() != null)) legend.network();
        pen.right(pen.word("self"), pen.width() - VALUE, HEAD - 7, Type.HEAD.in(Shade.SELF));
        pen.right(pen.word("count"), pen.width(), HEAD - 7, Type.HEAD);
        double bottom = HEAD + rows.size() * step();
        for (double tick : axis.ticks()) {
            pen.line(axis.at(tick), HEAD, axis.at(tick), bottom, Shade.RULE, 0.6);
            pen.centre(unit.tick(tick), axis.at(tick), bottom + 12, Type.QUIET);
        }
        if (parity != null) pen.dashes(axis.at(parity), HEAD, axis.at(parity), bottom, Shade.TYPE, 0.9);
        for (int i = 0; i < rows.size(); i++) row(pen, axis, rows.get(i), HEAD + (i + 0.5) * step());
    }

    /// Many rows stand closer, so that a page can hold them.
    private double step() {
        return rows.size() > 16 ? 11.7 : rows.size() > 4 ? 19 : 22;
    }

    private Axis axis() {
        if (ends != null) return Axis.around(ends.from(), ends.to(), ends.from(), ends.to(), 0, 1);
        if (unit == Unit.PERCENT) return Axis.around(0, 100, 0, 100, 0, 1);
        double least = values().min().orElse(0);
        double most = values().max().orElse(1);
        double slack = Math.max((most - least) * 0.1, 0.05);
        return Axis.around(least - slack, most + slack, unit.floor, unit.ceiling, 0, 1);
    }

    private DoubleStream values() {
        DoubleStream marks = rows.stream().flatMapToDouble(IntervalsChart::values);
        return parity == null ? marks : DoubleStream.concat(marks, DoubleStream.of(parity));
    }

    private static DoubleStream values(Row row) {
        DoubleStream hub = row.hub() == null
                ? DoubleStream.empty()
                : DoubleStream.of(row.hub().least(), row.hub().most());
        return row.network() == null
                ? hub
                : DoubleStream.concat(hub, DoubleStream.of(row.network().value()));
    }

    private void row(Pen pen, Axis axis, Row row, double y) {
        boolean dense = step() < 15;
        if (dense) pen.left(row.label(), 0, y + 3, Type.LABEL);
        else pen.block(row.label(), 0, y, LEFT - 16, Type.LABEL);
        pen.right(row.note(), pen.width(), y + 3, Type.QUIET);
        // Two lanes, so that neither mark ever hides the other.
        double lane = dense ? 2.5 : 4.5;
        if (row.network() != null) pen.diamond(axis.at(row.network().value()), y + lane, 3.4, Shade.NETWORK);
        if (row.hub() == null) return;
        Mark hub = row.hub();
        if (hub.lower() != null) pen.limits(axis.at(hub.least()), axis.at(hub.most()), y - lane, Shade.SELF);
        pen.dot(axis.at(hub.value()), y - lane, 3.6, Shade.SELF);
        pen.right(hub.printed(), pen.width() - VALUE, y + 3, Type.STRONG);
    }
}
