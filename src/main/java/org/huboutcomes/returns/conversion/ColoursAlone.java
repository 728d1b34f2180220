package org.huboutcomes.returns.conversion;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.huboutcomes.spreadsheets.model.CellFills;

/// Finds colours of cells that may have a meaning which is not written anywhere.
public final class ColoursAlone {

    private static final Set<String> NO_COLOURS = Set.of("white", "grey", "black");
    private static final int FEWEST = 2;

    private final CellFills fills;
    private final List<Integer> rows;
    private final int width;

    /// @param rows the row numbers of the table
    /// @param width the number of its columns
    public ColoursAlone(CellFills fills, List<Integer> rows, int width) {
        this.fills = fills;
        this.rows = List.copyOf(rows);
        this.width = width;
    }

    /// The blank columns in which half of the cells are coloured, but not as part of a coloured row.
    public List<Integer> among(Set<Integer> blank) {
        if (fills.isEmpty() || rows.isEmpty()) return List.of();
        return blank.stream()
                .filter(column -> isCovered(rows.stream()
                        .filter(row -> colour(row, column).isPresent()
                                && !colour(row, column).equals(ofRow(row, column)))
                        .count()))
                .sorted()
                .toList();
    }

    /// The first column with cells in several colours, whatever their text.
    Optional<Integer> inSeveral() {
        if (fills.isEmpty() || rows.isEmpty()) return Optional.empty();
        return IntStream.range(0, width)
                .filter(column -> {
                    Set<String> colours = new HashSet<>();
                    int coloured = 0;
                    for (int row : rows) {
                        Optional<String> colour = colour(row, column);
                        colour.ifPresent(colours::add);
                        if (colour.isPresent()) coloured++;
                    }
                    return colours.size() >= FEWEST && isCovered(coloured);
                })
                .boxed()
                .findFirst();
    }

    private boolean isCovered(long coloured) {
        return coloured > 0 && coloured * 2 >= rows.size();
    }

    private Optional<String> colour(int row, int column) {
        OptionalInt rgb = fills.of(row, column);
        return rgb.isEmpty()
                ? Optional.empty()
                : Optional.of(ColouredColumn.colour(rgb.getAsInt())).filter(colour -> !NO_COLOURS.contains(colour));
    }

    /// The colour of most other cells of a row.
    private Optional<String> ofRow(int row, int column) {
        Map<Optional<String>, Integer> colours = new HashMap<>();
        for (int other = 0; other < width; other++)
            if (other != column) colours.merge(colour(row, other), 1, Integer::sum);
        return colours.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .flatMap(Map.Entry::getKey);
    }
}
