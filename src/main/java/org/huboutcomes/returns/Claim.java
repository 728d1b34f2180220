package org.huboutcomes.returns;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows that one sheet gives for one hub and academic year, or for a whole reference list (then both are
/// null). A claim without rows is a nil return: it reports zero, unlike a return that is missing.
///
/// @param blocks the rows of a form's blocks, by the table that they are stored in
public record Claim(
        @Nullable String hub,
        @Nullable Integer timePeriod,
        List<AcceptedRow> rows,
        Map<String, List<AcceptedRow>> blocks) {

    public Claim {
        rows = rows instanceof AcceptedRows packed ? packed : List.copyOf(rows);
        blocks = Map.copyOf(blocks);
    }

    public Claim(@Nullable String hub, @Nullable Integer timePeriod, List<AcceptedRow> rows) {
        this(hub, timePeriod, rows, Map.of());
    }

    /// The number of rows in all tables.
    public int size() {
        return rows.size() + blocks.values().stream().mapToInt(List::size).sum();
    }

    /// The numbers of all rows.
    public List<Integer> rowNumbers() {
        return Stream.concat(Stream.of(rows), blocks.values().stream())
                .flatMap(List::stream)
                .map(AcceptedRow::number)
                .toList();
    }
}
