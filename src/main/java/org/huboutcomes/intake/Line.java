package org.huboutcomes.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The row being read: its cells are put in place one by one, within the limits.
final class Line {

    private static final int LINES_BETWEEN_LOOKS_AT_THE_TIME = 1_024;

    private final String what;
    private final Budget budget;
    private List<Cell> cells = new ArrayList<>();
    private boolean blank = true;
    private int taken;

    Line(String what, Budget budget) {
        this.what = what;
        this.budget = budget;
    }

    void put(int column, Cell cell) throws Unreadable {
        if (isEmpty(cell)) return;
        if (column >= budget.limits().columns())
            throw Refusal.tooManyColumns(what, budget.limits().columns());
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
    Row take(int number, boolean hidden) throws Unreadable, Budget.Late {
        List<Cell> all = cells;
        boolean nothing = blank;
        cells = new ArrayList<>(all.size());
        blank = true;
        if (++taken % LINES_BETWEEN_LOOKS_AT_THE_TIME == 0) budget.takeTime();
        if (nothing) return null;
        budget.takeCells(all.size(), what);
        if (number > budget.limits().rows())
            throw Refusal.tooManyRows(what, budget.limits().rows());
        return new Row(number, hidden, all);
    }
}
