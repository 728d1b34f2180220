package org.huboutcomes.reports.pack;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// One table of a data pack, on its own sheet. A cell is a text or a number, never a formula.
///
/// @param name the name of the sheet and of the table
/// @param title the content of the table, in one line
record PackTable(String name, String title, List<Column> columns, List<List<Object>> rows) {

    PackTable {
        rows = List.copyOf(rows);
        for (List<Object> row : rows)
            if (row.size() != columns.size())
                throw new IllegalArgumentException(
                        name + ": " + row.size() + " cells for " + columns.size() + " columns");
    }

    /// The same without the columns that only the CSV has.
    PackTable forWorkbook() {
        return with(Column::isInWorkbook);
    }

    /// The same without the columns that only the workbook has.
    PackTable forCsv() {
        return with(Column::isInCsv);
    }

    private PackTable with(Predicate<Column> wanted) {
        int[] kept = IntStream.range(0, columns.size())
                .filter(i -> wanted.test(columns.get(i)))
                .toArray();
        return new PackTable(
                name,
                title,
                IntStream.of(kept).mapToObj(columns::get).toList(),
                rows.stream()
                        .map(row -> IntStream.of(kept).mapToObj(row::get).toList())
                        .toList());
    }
}
