package org.huboutcomes.reports.pack;

import java.util.List;

/// One table of a data pack, on a sheet of its own. A cell holds a text or a number, never a formula.
///
/// @param name the sheet's, and the table's
/// @param title what the table holds, in one line
record PackTable(String name, String title, List<Column> columns, List<List<Object>> rows) {

    PackTable {
        rows = List.copyOf(rows);
        for (List<Object> row : rows)
            if (row.size() != columns.size())
                throw new IllegalArgumentException(
                        name + ": " + row.size() + " cells for " + columns.size() + " columns");
    }
}
