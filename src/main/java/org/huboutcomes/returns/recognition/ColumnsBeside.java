package org.huboutcomes.returns.recognition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Columns that a list of a network never has. A table with one has the headings of the list but is another table,
/// such as a hub's own sheet of targets, and would replace the whole list.
public final class ColumnsBeside {

    private static final Set<String> OF_SCHOOLS = Set.of("school", "school_name");
    private static final Set<String> OF_FIGURES = Set.of("integer", "decimal", "scale");
    private static final Set<String> COUNTERS = Set.of("no", "no.", "#", "id", "number", "order", "row");
    private static final Pattern FIGURE = Pattern.compile("[£~]?\\d{1,9}(?:[.,]\\d{1,9})?\\s*%?");

    private final Set<String> schools = new HashSet<>();
    private final Set<String> figures = new HashSet<>();
    private final Set<String> hubs = new HashSet<>();

    public ColumnsBeside(List<ReturnType> types) {
        types.stream()
                .filter(type -> !type.otherHeadingsLeft())
                .flatMap(type -> type.fields().stream())
                .forEach(field -> {
                    Stream<String> keys = field.likelyHeadings().map(NormalText::key);
                    if (OF_SCHOOLS.contains(field.type())) keys.forEach(schools::add);
                    else if (OF_FIGURES.contains(field.type())) keys.forEach(figures::add);
                    else if (field.type().equals("hub")) keys.forEach(hubs::add);
                });
    }

    /// @param below the first rows below the headings
    /// @return the columns (A is 0) that make the table a different one; empty if it is not a list
    public List<Integer> in(RecognisedTable table, List<Row> below) {
        ReturnType type = table.type();
        if (!type.isList() || type.otherHeadingsLeft()) return List.of();
        boolean ofSchools = has(type, OF_SCHOOLS);
        boolean ofFigures = has(type, OF_FIGURES);
        return table.others().stream()
                .filter(column -> {
                    String key = NormalText.key(CellText.of(table.heading().cell(column)));
                    // The list may have the same field under another heading.
                    if (type.byHeading().containsKey(key)) return false;
                    return !ofSchools && schools.contains(key)
                            || !ofFigures && figures.contains(key)
                            || type.neverBeside().contains("hubs") && hubs.contains(key)
                            || type.neverBeside().contains("figures")
                                    && !COUNTERS.contains(key)
                                    && areFigures(below, column);
                })
                .toList();
    }

    private static boolean has(ReturnType type, Set<String> fieldTypes) {
        return type.fields().stream().map(Field::type).anyMatch(fieldTypes::contains);
    }

    private static boolean areFigures(List<Row> below, int column) {
        List<Cell> filled = below.stream()
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isBlank())
                .toList();
        return !filled.isEmpty()
                && filled.stream().filter(ColumnsBeside::isFigure).count() * 2 > filled.size();
    }

    private static boolean isFigure(Cell cell) {
        return cell instanceof Cell.Number || FIGURE.matcher(CellText.of(cell)).matches();
    }
}
