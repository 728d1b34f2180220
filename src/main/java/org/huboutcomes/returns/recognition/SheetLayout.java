package org.huboutcomes.returns.recognition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where things stand on a sheet of a file that goes back.
///
/// @param returnName what it was recognised as; null when it was not
/// @param tables from the top; none on a form, which has labels and no headings
/// @param ours whether the whole sheet is one that we added to the file before
/// @param people the cells (such as `F5`) in which people are named, with the pseudonyms that take their places
/// @param names the names there, with the same
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

    /// A heading row and what stands below it.
    ///
    /// @param heading its number
    /// @param last the number of the last row of the table
    /// @param width how many columns have a heading
    /// @param guarded whether its return can name people
    /// @param withheld columns (A is 0) of which no value may go back, because people may be named in them
    public record Table(int heading, int last, int width, boolean guarded, Set<Integer> withheld) {

        public Table {
            withheld = Set.copyOf(withheld);
        }

        /// Values right of the last heading belong to no column, and may be anything.
        private boolean withholds(int row, int column) {
            return guarded && row > heading && row <= last && (withheld.contains(column) || column >= width);
        }
    }

    public boolean isReturn() {
        return returnName != null;
    }

    /// Whether people may be named in it.
    public boolean isGuarded() {
        return tables.stream().anyMatch(Table::guarded);
    }

    public boolean isHeading(int row) {
        return tables.stream().anyMatch(table -> table.heading() == row);
    }

    /// Whether the value of a cell may not go back.
    public boolean isWithheld(int row, int column) {
        return tables.stream().anyMatch(table -> table.withholds(row, column));
    }
}
