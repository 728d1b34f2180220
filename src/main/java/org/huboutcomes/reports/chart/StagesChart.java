package org.huboutcomes.reports.chart;

import java.util.List;

/// Columns of counts by academic year, stacked by stage; a darker part is a later stage. Each part prints its
/// count.
///
/// @param missing the key of the text for a column without counts
public record StagesChart(List<String> stages, List<Column> columns, String missing) implements Chart {

    /// @param counts in the order of the stages; empty for a year without counts
    /// @param total printed above the column: a school at two stages is counted at both, but only once here
    public record Column(String label, List<Long> counts, long total) {

        public boolean isKnown() {
            return !counts.isEmpty();
        }

        long height() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    private static final double TOP = 32;

    @Override
    public int height() {
        return 92;
    }

    @Override
    public void draw(ChartCanvas canvas) {
        double left = SeriesColumns.left();
        Legend legend = new Legend(canvas, 0, 7);
        for (int i = 0; i < stages.size(); i++) legend.swatch(colour(i), stages.get(i));
        double most = columns.stream().mapToLong(Column::height).max().orElse(1);
        Axis up = Axis.around(0, Math.max(4, most), 0, Double.MAX_VALUE, canvas.height() - 1, TOP);
        for (double tick : up.ticks()) {
            canvas.line(left, up.at(tick), canvas.width(), up.at(tick), Shade.RULE, 0.6);
            if (tick > 0) canvas.right(Unit.NUMBER.tick(tick), left - 6, up.at(tick) + 3, TextStyle.QUIET);
        }
        double room = (canvas.width() - left) / columns.size();
        for (int i = 0; i < columns.size(); i++)
            column(
                    canvas,
                    up,
                    columns.get(i),
                    SeriesColumns.middle(i, columns.size(), canvas.width()),
                    Math.min(54, room * 0.6));
    }

    private void column(ChartCanvas canvas, Axis up, Column column, double x, double wide) {
        if (!column.isKnown()) {
            canvas.centre(canvas.word(missing), x, canvas.height() - 6, TextStyle.QUIET);
            return;
        }
        long below = 0;
        for (int i = 0; i < stages.size(); i++) {
            long count = column.counts().get(i);
            double top = up.at(below + count);
            double high = up.at(below) - top;
            canvas.box(x - wide / 2, top, wide, high - 0.8, colour(i));
            if (high >= 10.5) canvas.centre(Unit.NUMBER.tick(count), x, top + high / 2 + 2.6, on(canvas, i));
            below += count;
        }
        String total = Unit.NUMBER.tick(column.total());
        // The height of the column is its number of places: if that exceeds the number of schools, both are
        // printed.
        if (column.height() != column.total())
            total += " " + canvas.word(column.total() == 1 ? "school" : "schools") + ", "
                    + Unit.NUMBER.tick(column.height()) + " " + canvas.word(column.height() == 1 ? "place" : "places");
        canvas.centre(total, x, up.at(below) - 4, TextStyle.STRONG.in(Shade.TYPE));
    }

    private TextStyle on(ChartCanvas canvas, int stage) {
        return new TextStyle(TextStyle.Weight.REGULAR, 9f, canvas.typeOn(colour(stage)));
    }

    private Shade colour(int stage) {
        return colour(stage, stages.size());
    }

    static Shade colour(int stage, int stages) {
        return Shade.SELF.tint(0.3 + 0.7 * stage / Math.max(1, stages - 1));
    }
}
