package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.huboutcomes.returns.conversion.rows.SheetRows;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// Finds schools listed below the words for the choices of a field, such as the stages of a pathway: below titles
/// in rows, or in one column for each choice. The lists have no headings, so headings are added.
final class ListsBelowChoices {

    private static final int FEWEST_CHOICES = 2;
    private static final int ROWS_LOOKED_AT = 20;

    private final List<ReturnType> types;
    private final Readings readings;

    /// One list, with the headings that it lacks.
    ///
    /// @param above the rows above it, ending with the title of its first rows
    record Headed(ReturnType type, Row heading, List<Row> above, List<Row> below) {}

    ListsBelowChoices(List<ReturnType> types, Readings readings) {
        this.types = types.stream()
                .filter(type ->
                        type.fields().stream().anyMatch(field -> field.type().equals("school") && field.required()))
                .toList();
        this.readings = readings;
    }

    /// The list with titles in rows; empty if there is none.
    List<Headed> belowTitles(SheetRows sheet) {
        return longest((type, field) -> belowTitles(sheet, type, field));
    }

    /// Lists beside each other, one for each choice.
    List<Headed> inColumns(SheetRows sheet) {
        return longest((type, field) -> inColumns(sheet, type, field));
    }

    private List<Headed> longest(BiFunction<ReturnType, Field, List<Headed>> lists) {
        return types.stream()
                .flatMap(type -> type.fields().stream()
                        .filter(field -> field.type().equals("choice") && field.required())
                        .map(field -> lists.apply(type, field)))
                .max(Comparator.comparingInt(found ->
                        found.stream().mapToInt(list -> list.below().size()).sum()))
                .orElse(List.of());
    }

    private Optional<Object> choice(ReturnType type, Field field, Cell cell) {
        return cell instanceof Cell.Text
                ? ChoiceTitle.of(readings.of(type), field, CellText.of(cell))
                : Optional.empty();
    }

    private List<Headed> belowTitles(SheetRows sheet, ReturnType type, Field field) {
        Set<Object> choices = new HashSet<>();
        Row first = null;
        for (Row row : sheet.rows()) {
            if (!TitledBlocks.isTitle(row)) continue;
            Optional<Object> choice = row.cells().stream()
                    .filter(cell -> !cell.isBlank())
                    .findFirst()
                    .flatMap(cell -> choice(type, field, cell));
            if (choice.isEmpty()) continue;
            choices.add(choice.get());
            if (first == null) first = row;
        }
        if (first == null || choices.size() < FEWEST_CHOICES) return List.of();
        int from = first.number();
        List<Row> above =
                sheet.rows().stream().filter(row -> row.number() <= from).toList();
        List<Row> below = sheet.below(from);
        return headed(type, from, above, below).stream().toList();
    }

    private List<Headed> inColumns(SheetRows sheet, ReturnType type, Field field) {
        for (int i = 0; i + 1 < sheet.rows().size() && i < ROWS_LOOKED_AT; i++) {
            Row row = sheet.rows().get(i);
            Map<Integer, Object> choices = new TreeMap<>();
            boolean others = false;
            for (int column = 0; column < row.cells().size(); column++) {
                if (row.cell(column).isBlank()) continue;
                int at = column;
                Optional<Object> choice = choice(type, field, row.cell(column));
                choice.ifPresent(found -> choices.put(at, found));
                others |= choice.isEmpty();
            }
            if (others || new HashSet<>(choices.values()).size() < Math.max(FEWEST_CHOICES, choices.size())) continue;
            List<Headed> lists = new ArrayList<>();
            List<Integer> starts = List.copyOf(choices.keySet());
            for (int at = 0; at < starts.size(); at++) {
                int start = starts.get(at);
                int end = at + 1 < starts.size() ? starts.get(at + 1) : Integer.MAX_VALUE;
                List<Row> above = new ArrayList<>(sheet.above(row.number()));
                above.add(SheetRows.only(row, start, start + 1));
                List<Row> below = sheet.below(row.number()).stream()
                        .map(one -> SheetRows.only(one, start, end))
                        .filter(one -> !one.isBlank())
                        .toList();
                headed(type, row.number(), above, below).ifPresent(lists::add);
            }
            if (!lists.isEmpty()) return lists;
        }
        return List.of();
    }

    /// The list with its own headings, if it has any; otherwise with headings for its columns of schools.
    private static Optional<Headed> headed(ReturnType type, int number, List<Row> above, List<Row> below) {
        if (below.isEmpty()) return Optional.empty();
        Row first = below.get(0);
        if (heads(type, first))
            return Optional.of(new Headed(
                    type,
                    first,
                    above,
                    below.stream().filter(row -> row.number() > first.number()).toList()));
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        Map<Integer, Integer> names = new LinkedHashMap<>();
        for (Row row : below)
            for (int column = 0; column < row.cells().size(); column++) {
                Cell cell = row.cell(column);
                if (SchoolText.isNumber(cell)) numbers.merge(column, 1, Integer::sum);
                else if (SchoolText.isName(cell)) names.merge(column, 1, Integer::sum);
            }
        Integer ofNumbers = most(numbers);
        Integer ofNames = most(names);
        if (ofNumbers == null && ofNames == null) return Optional.empty();
        List<Cell> cells = new ArrayList<>();
        int width = below.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        for (int column = 0; column < width; column++) {
            String heading = "";
            if (ofNumbers != null && column == ofNumbers) heading = title(type, "school");
            else if (ofNames != null && column == ofNames) heading = title(type, "school_name");
            cells.add(heading.isEmpty() ? Cell.BLANK : new Cell.Text(heading));
        }
        return Optional.of(new Headed(type, new Row(number, false, cells), above, below));
    }

    /// Whether a row has only headings of the return, including one of the schools.
    private static boolean heads(ReturnType type, Row row) {
        Map<String, Field> known = type.byHeading();
        boolean school = false;
        for (Cell cell : row.cells()) {
            if (cell.isBlank()) continue;
            Field field = known.get(NormalText.key(CellText.of(cell)));
            if (field == null) return false;
            school |= field.type().equals("school") || field.type().equals("school_name");
        }
        return school;
    }

    private static String title(ReturnType type, String fieldType) {
        return type.fields().stream()
                .filter(field -> field.type().equals(fieldType))
                .map(Field::title)
                .findFirst()
                .orElse("");
    }

    private static @Nullable Integer most(Map<Integer, Integer> counted) {
        return counted.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(one -> -one.getKey()))
                .map(one -> Objects.requireNonNull(one.getKey()))
                .orElse(null);
    }
}
