package org.huboutcomes.reports.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Several values on one axis: each a disc with limits, and beside it the network as an open diamond, or the middle
/// half of a network's hubs.
///
/// @param ends the ends of the axis; null to take them from the values
/// @param parity a value marked by a line, such as 1 for equal reach
public record IntervalStrips(
        Unit unit,
        List<Row> rows,
        @Nullable Ends ends,
        @Nullable Double parity) implements Strips {

    public record Ends(double from, double to) {}

    /// @param elsewhere printed in place of marks if the row has another unit than the axis; otherwise empty
    public record Row(
            @Nullable ChartMark hub,
            @Nullable ChartMark network,
            @Nullable Half half,
            NetworkComparison standing,
            String elsewhere) {}

    /// The middle half of a network's hubs.
    public record Half(double lowerQuartile, double upperQuartile) {}

    private static final double MARGIN = 12;
    private static final double LANE = 3.2;

    @Override
    public void keys(ChartCanvas canvas) {
        Legend legend = new Legend(canvas, 0, 7).hub();
        if (rows.stream().anyMatch(row -> row.hub() != null && row.hub().lower() != null))
            legend.limits(canvas.word("limits"));
        if (rows.stream().anyMatch(row -> row.network() != null)) legend.network();
        if (rows.stream().anyMatch(row -> row.half() != null))
            legend.bar(Shade.ACCENT.tint(0.45), 7, canvas.word("middle half"));
        if (parity != null) legend.dashes(canvas.word("parity"));
        NetworkComparison.keys(legend, rows.stream().map(Row::standing));
    }

    @Override
    public void row(ChartCanvas canvas, int index) {
        Row row = rows.get(index);
        Axis axis = across(canvas);
        double y = canvas.height() / 2;
        for (double tick : axis.ticks()) canvas.line(axis.at(tick), 0, axis.at(tick), canvas.height(), Shade.RULE, 0.6);
        if (parity != null) canvas.dashes(axis.at(parity), 0, axis.at(parity), canvas.height(), Shade.TYPE, 0.9);
        if (row.half() != null) half(canvas, axis, row.half(), y);
        // Two lanes, so that neither mark hides the other.
        double size = Math.min(1, canvas.height() / 15);
        double lane = row.network() == null ? 0 : LANE * size;
        if (row.network() != null) canvas.diamond(axis.at(row.network().value()), y + lane, 3 * size, Shade.NETWORK);
        ChartMark hub = row.hub();
        if (hub == null) {
            canvas.centre(row.elsewhere(), canvas.width() / 2, y + 3, TextStyle.QUIET);
            return;
        }
        if (hub.lower() != null) canvas.limits(axis.at(hub.least()), axis.at(hub.most()), y - lane, Shade.SELF);
        canvas.dot(axis.at(hub.value()), y - lane, 3 * size, Shade.SELF);
    }

    private static void half(ChartCanvas canvas, Axis axis, Half half, double y) {
        double from = axis.at(half.lowerQuartile());
        canvas.box(from, y - 4, Math.max(1, axis.at(half.upperQuartile()) - from), 8, Shade.ACCENT.tint(0.45));
    }

    @Override
    public void axis(ChartCanvas canvas) {
        Axis axis = across(canvas);
        axis.labelled().forEach(tick -> canvas.centre(unit.tick(tick, axis.step()), axis.at(tick), 9, TextStyle.QUIET));
    }

    private Axis across(ChartCanvas canvas) {
        return scale().between(MARGIN, canvas.width() - MARGIN);
    }

    private Axis scale() {
        if (ends != null) return Axis.around(ends.from(), ends.to(), ends.from(), ends.to(), 0, 1);
        if (unit == Unit.PERCENT) return Axis.around(0, 100, 0, 100, 0, 1);
        double least = values().min().orElse(0);
        double most = values().max().orElse(1);
        double slack = Math.max((most - least) * 0.1, 0.05);
        return Axis.around(least - slack, most + slack, unit.floor, unit.ceiling, 0, 1);
    }

    private DoubleStream values() {
        DoubleStream marks = rows.stream().flatMapToDouble(IntervalStrips::values);
        return parity == null ? marks : DoubleStream.concat(marks, DoubleStream.of(parity));
    }

    private static DoubleStream values(Row row) {
        DoubleStream marks = Stream.of(row.hub(), row.network())
                .flatMapToDouble(
                        mark -> mark == null ? DoubleStream.empty() : DoubleStream.of(mark.least(), mark.most()));
        return row.half() == null
                ? marks
                : DoubleStream.concat(
                        marks,
                        DoubleStream.of(row.half().lowerQuartile(), row.half().upperQuartile()));
    }
}
