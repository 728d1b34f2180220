package org.huboutcomes.returns.recognition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The layout of a sheet in a file that is sent back.
///
/// @param returnName the recognised return; null if there is none
/// @param tables from the top; empty for a form, which has labels and no headings
/// @param ours whether the whole sheet was added by us earlier
/// @param people the cells (such as `F5`) that name people, with their pseudonyms
/// @param names the names in them, with their pseudonyms
public record SheetLayout(
        String sheet,
        @Nullable String returnName,
        List<Table> tables,
        boolean ours,
        Map<String, String> people,
        Map<String, String> names) {

    public SheetLayout {
        tables = List.copyOf(tables);
        people = Map.copyOf(people);
        names = Map.copyOf(names);
    }

    public SheetLayout(String sheet, @Nullable String returnName, List<Table> tables, boolean ours) {
        this(sheet, returnName, tables, ours, Map.of(), Map.of());
    }

    /// A heading row and the table below it.
    ///
    /// @param heading the number of the heading row
    /// @param last the number of the last row of the table
    /// @param width the number of columns with a heading
    /// @param guarded whether its return can name people
    /// @param withheld columns (A is 0) whose values must not be sent back, because they may name people
    public record Table(int heading, int last, int width, boolean guarded, Set<Integer> withheld) {

        public Table {
            withheld = Set.copyOf(withheld);
        }

        /// Values to the right of the last heading belong to no column, so they are withheld too.
        private boolean withholds(int row, int column) {
            return guarded && row > heading && row <= last && (withheld.contains(column) || column >= width);
        }
    }

    public boolean isReturn() {
        return returnName != null;
    }

    /// Whether it may name people.
    public boolean isGuarded() {
        return tables.stream().anyMatch(Table::guarded);
    }

    public boolean isHeading(int row) {
        return tables.stream().anyMatch(table -> table.heading() == row);
    }

    /// Whether the value of a cell must not be sent back.
    public boolean isWithheld(int row, int column) {
        return tables.stream().anyMatch(table -> table.withholds(row, column));
    }
}
