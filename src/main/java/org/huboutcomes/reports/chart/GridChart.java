package org.huboutcomes.reports.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Contexts in rows and columns: each cell tells how many of how many, and by its mark whether it has been reached.
public record GridChart(List<String> columns, List<Row> rows) implements Chart {

    public record Row(String label, List<@Nullable Cell> cells) {}

    /// @param reached null where there are too few to tell
    public record Cell(String words, @Nullable Boolean reached) {}

    private static final double HEAD = 40;
    private static final double STEP = 21;
    private static final double LEFT = 140;

    @Override
    public int height() {
        return (int) (HEAD + rows.size() * STEP + 2);
    }

    @Override
    public void draw(Pen pen) {
        new Legend(pen, 0, 7)
                .swatch(Shade.SELF.tint(0.32), pen.word("reached"), pen.word("reached mark"))
                .swatch(Shade.PAPER, pen.word("not reached"), pen.word("not reached mark"))
                .swatch(Shade.RULE.tint(0.45), pen.word("too few"), pen.word("too few mark"));
        double wide = (pen.width() - LEFT) / columns.size();
        for (int i = 0; i < columns.size(); i++)
            pen.centre(columns.get(i), LEFT + wide * (i + 0.5), HEAD - 8, Type.HEAD);
        for (int i = 0; i < rows.size(); i++) row(pen, rows.get(i), HEAD + i * STEP, wide);
    }

    private void row(Pen pen, Row row, double top, double wide) {
        pen.left(row.label(), 0, top + STEP / 2 + 3, Type.LABEL);
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = row.cells().get(i);
            if (cell != null) cell(pen, cell, LEFT + wide * i + 1.5, top + 1.5, wide - 3);
        }
    }

    private static void cell(Pen pen, Cell cell, double x, double y, double wide) {
        double high = STEP - 3;
        Shade ground =
                cell.reached() == null ? Shade.RULE.tint(0.45) : cell.reached() ? Shade.SELF.tint(0.32) : Shade.PAPER;
        String mark = cell.reached() == null ? "too few mark" : cell.reached() ? "reached mark" : "not reached mark";
        pen.box(x, y, wide, high, ground);
        pen.frame(x, y, wide, high, cell.reached() == null ? Shade.RULE : Shade.SELF, 0.7);
        pen.left(pen.word(mark), x + 7, y + high / 2 + 3, Type.LABEL);
        pen.centre(cell.words(), x + wide / 2, y + high / 2 + 3, Type.LABEL);
    }
}
