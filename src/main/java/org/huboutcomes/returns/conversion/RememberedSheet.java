package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.returns.conversion.ConvertedTable.Column;
import org.huboutcomes.returns.conversion.ConvertedTable.Line;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.jspecify.annotations.Nullable;

/// A sheet with headings that its hub has confirmed before, as the confirmed return. Rows and columns keep their
/// positions, so that findings refer to the original cells. Values without a single original column, such as
/// attendance counted over sessions, are added after the last column.
///
/// @param own by the name of a field, its original column (A is 0)
public record RememberedSheet(ConvertedTable table, Map<String, Integer> own) implements Sheet {

    @Override
    public String name() {
        return table.sheet();
    }

    @Override
    public boolean hidden() {
        return false;
    }

    @Override
    public Rows rows() {
        Map<Integer, Integer> places = new LinkedHashMap<>();
        int next = own.values().stream().mapToInt(place -> place + 1).max().orElse(0);
        for (int i = 0; i < table.columns().size(); i++) {
            Integer place = own.get(table.columns().get(i).field().name());
            places.put(i, place == null ? next++ : place);
        }
        List<Row> rows = new ArrayList<>();
        List<Cell> above = new ArrayList<>(Collections.nCopies(next, Cell.BLANK));
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            above.set(places.getOrDefault(i, i), new Cell.Text(column.heading()));
        }
        table.given().forEach(one -> above.add(new Cell.Text(one.field().title())));
        rows.add(new Row(table.heading(), false, above));
        for (Line line : table.lines()) {
            List<Cell> cells = new ArrayList<>(Collections.nCopies(next, Cell.BLANK));
            for (int i = 0; i < line.entries().size(); i++)
                cells.set(places.getOrDefault(i, i), line.entries().get(i).cell());
            table.given().forEach(one -> cells.add(new Cell.Text(one.written())));
            rows.add(new Row(line.row(), false, cells));
        }
        Iterator<Row> all = rows.iterator();
        return new Rows() {
            @Override
            public @Nullable Row next() {
                return all.hasNext() ? all.next() : null;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
