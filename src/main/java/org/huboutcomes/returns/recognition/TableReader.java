package org.huboutcomes.returns.recognition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a sheet table by table: each table ends where the headings of another begin.
public final class TableReader {

    private static final int MOST_TITLES = 4;

    private final Recognition recognition;
    private final Rows rows;
    private final Deque<Row> ahead = new ArrayDeque<>();
    private final List<Row> above = new ArrayList<>();
    private @Nullable List<Row> first;
    private boolean begun;
    private int looked;
    private BiPredicate<RecognisedTable, Row> parting = (table, row) -> false;
    private @Nullable RecognisedTable table;
    private @Nullable RecognisedTable following;

    public TableReader(Recognition recognition, Rows rows) {
        this.recognition = recognition;
        this.rows = rows;
    }

    /// Moves to the next table and its rows; empty after the last.
    public Optional<RecognisedTable> nextTable() throws UnreadableException {
        if (begun) table = following;
        else begin();
        following = null;
        return Optional.ofNullable(table);
    }

    private void begin() throws UnreadableException {
        begun = true;
        ahead.addAll(first());
        table = recognition.recognise(first()).orElse(null);
        if (table == null) return;
        while (!ahead.isEmpty() && ahead.element().number() < table.heading().number()) above.add(ahead.remove());
        ahead.poll();
    }

    /// The first rows of the sheet: people put titles, logos and a few labels above the headings of its first table.
    public List<Row> first() throws UnreadableException {
        if (first == null) {
            List<Row> read = new ArrayList<>();
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (!row.isBlank()) read.add(row);
                if (read.size() == Recognition.ROWS_LOOKED_AT) break;
            }
            first = read;
        }
        return first;
    }

    /// Makes repeated headings begin another table if the row above them is such a title.
    public TableReader parting(BiPredicate<RecognisedTable, Row> titles) {
        parting = titles;
        return this;
    }

    /// The rows above the first table, which may apply to the others too.
    public List<Row> above() {
        return List.copyOf(above);
    }

    /// The next row of the table, or null at its end.
    @Nullable
    public Row next() throws UnreadableException {
        if (following != null) return null;
        Row row = pull();
        if (looked > 0) {
            looked--;
            return row;
        }
        if (row != null && table != null && parting.test(table, row) && beginsBlock(row)) return null;
        if (row == null || !recognition.mayBeHeading(row)) return row;
        // Rows above another table do not belong to this one, which is known only once its headings are found.
        List<Row> labels = new ArrayList<>();
        while (row != null && recognition.mayBeHeading(row) && labels.size() < Recognition.ROWS_LOOKED_AT) {
            labels.add(row);
            Optional<RecognisedTable> another = recognition.another(above, labels);
            if (another.isPresent() && !repeats(another.get())) {
                following = another.get();
                return null;
            }
            row = pull();
            if (another.isPresent()) break;
        }
        if (row != null) ahead.addFirst(row);
        looked = labels.size() - 1;
        for (int i = labels.size() - 1; i > 0; i--) ahead.addFirst(labels.get(i));
        return labels.get(0);
    }

    /// Whether the headings of the table are repeated below this title.
    private boolean beginsBlock(Row title) throws UnreadableException {
        List<Row> titles = new ArrayList<>();
        List<Row> taken = new ArrayList<>();
        titles.add(title);
        Row row = pull();
        while (row != null && isTitle(row) && taken.size() < MOST_TITLES) {
            taken.add(row);
            if (!row.isBlank()) titles.add(row);
            row = pull();
        }
        Optional<RecognisedTable> block =
                row == null || table == null ? Optional.empty() : recognition.again(table, titles, above, row);
        if (block.isPresent()) {
            following = block.get();
            return true;
        }
        if (row != null) ahead.addFirst(row);
        for (int i = taken.size() - 1; i >= 0; i--) ahead.addFirst(taken.get(i));
        return false;
    }

    /// Whether it is a title, a label with its value, or a blank row, and cannot be a row of data.
    private boolean isTitle(Row row) {
        long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
        return !recognition.mayBeHeading(row) && filled <= 2;
    }

    /// Repeated headings, as after a page break, do not begin another table.
    private boolean repeats(RecognisedTable another) {
        return table != null
                && another.columns().equals(table.columns())
                && another.labels().equals(table.labels());
    }

    private @Nullable Row pull() throws UnreadableException {
        Row row = ahead.poll();
        return row == null ? rows.next() : row;
    }

    /// The rows after the first rows, for a caller that reads them itself.
    public Rows rows() {
        return rows;
    }

    public BitSet struckRows() {
        return rows.struckRows();
    }

    public BitSet hiddenColumns() {
        return rows.hiddenColumns();
    }
}
