package org.huboutcomes.spreadsheets.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the cells of the row being read, within the limits.
public final class RowBuilder {

    private static final int LINES_BETWEEN_LOOKS_AT_THE_TIME = 1_024;

    private final String what;
    private final ReadBudget budget;
    private List<Cell> cells = new ArrayList<>();
    private boolean blank = true;
    private int taken;

    public RowBuilder(String what, ReadBudget budget) {
        this.what = what;
        this.budget = budget;
    }

    public void put(int column, Cell cell) throws UnreadableException {
        if (isEmpty(cell)) return;
        if (column >= budget.limits().columns())
            throw UnreadableException.tooManyColumns(what, budget.limits().columns());
        while (cells.size() <= column) cells.add(Cell.BLANK);
        cells.set(column, cell);
        blank &= cell.isBlank();
    }

    private static boolean isEmpty(Cell cell) {
        return cell instanceof Cell.Blank
                || cell instanceof Cell.Text text && text.text().isEmpty();
    }

    /// The collected row, or null if it is blank; the builder is then empty.
    @Nullable
    public Row take(int number, boolean hidden) throws UnreadableException, ReadBudget.Late {
        List<Cell> all = cells;
        boolean nothing = blank;
        cells = new ArrayList<>(all.size());
        blank = true;
        if (++taken % LINES_BETWEEN_LOOKS_AT_THE_TIME == 0) budget.takeTime();
        if (nothing) return null;
        budget.takeCells(all.size(), what);
        if (number > budget.limits().rows())
            throw UnreadableException.tooManyRows(what, budget.limits().rows());
        return new Row(number, hidden, all);
    }
}
