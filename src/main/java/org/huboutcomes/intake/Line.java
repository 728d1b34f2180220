package org.huboutcomes.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The row being read: its cells are put in place one by one, within the limits.
final class Line {

    private final String what;
    private final Limits limits;
    private List<Cell> cells = new ArrayList<>();
    private boolean blank = true;

    Line(String what, Limits limits) {
        this.what = what;
        this.limits = limits;
    }

    void put(int column, Cell cell) throws Unreadable {
        if (isEmpty(cell)) return;
        if (column >= limits.columns()) throw Refusal.tooManyColumns(what, limits.columns());
        while (cells.size() <= column) cells.add(Cell.BLANK);
        cells.set(column, cell);
        blank &= cell.isBlank();
    }

    private static boolean isEmpty(Cell cell) {
        return cell instanceof Cell.Blank
                || cell instanceof Cell.Text text && text.text().isEmpty();
    }

    /// The row as put together, or null if it is blank; then the line is empty again.
    @Nullable
    Row take(int number, boolean hidden) throws Unreadable {
        List<Cell> taken = cells;
        boolean nothing = blank;
        cells = new ArrayList<>(taken.size());
        blank = true;
        if (nothing) return null;
        if (number > limits.rows()) throw Refusal.tooManyRows(what, limits.rows());
        return new Row(number, hidden, taken);
    }
}
