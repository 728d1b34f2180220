package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Blocks of rows below each other, each with a title: a year, a hub or a work group, which applies to the rows
/// down to the next title.
public final class TitledBlocks {

    static final TitledBlocks NONE = new TitledBlocks(Set.of(), Map.of());

    private final Set<Integer> titles;
    private final Map<Field, Map<Integer, Given>> byRow;

    private TitledBlocks(Set<Integer> titles, Map<Field, Map<Integer, Given>> byRow) {
        this.titles = titles;
        this.byRow = byRow;
    }

    /// @param rows the rows below the headings
    /// @param first the known values for the first rows, by the fields that titles may give
    static TitledBlocks of(FieldTypes fieldTypes, List<Row> rows, Map<Field, Optional<Given>> first) {
        Map<Field, Map<Integer, Given>> byRow = new LinkedHashMap<>();
        List<Integer> titles = new ArrayList<>();
        Map<Field, Given> now = new HashMap<>();
        first.forEach((field, given) -> given.ifPresent(one -> now.put(field, one)));
        for (Row row : rows) {
            if (isTitle(row)) {
                int before = titles.size();
                for (Field field : first.keySet()) {
                    List<Given> found = found(fieldTypes, field, row);
                    if (found.size() != 1) continue;
                    now.put(field, found.get(0));
                    if (titles.size() == before) titles.add(row.number());
                }
            }
            now.forEach((field, given) ->
                    byRow.computeIfAbsent(field, none -> new HashMap<>()).put(row.number(), given));
        }
        if (titles.isEmpty()) return NONE;
        // A value that is the same in all blocks is written once above.
        byRow.values()
                .removeIf(values ->
                        values.values().stream().map(Given::value).distinct().count() < 2
                                && values.size() == rows.size());
        return new TitledBlocks(Set.copyOf(titles), byRow);
    }

    private static List<Given> found(FieldTypes fieldTypes, Field field, Row row) {
        int column = filled(row);
        String text = CellText.of(row.cell(column));
        String source = "the title in " + RecognisedTable.address(column, row.number());
        Pattern pattern = field.inTitles();
        Stream<Object> values;
        if (pattern != null) values = pattern.matcher(text).results().map(MatchResult::group);
        else if (field.type().equals("choice")) values = ChoiceTitle.of(fieldTypes, field, text).stream();
        else values = ValuesInText.of(fieldTypes, field, text);
        return values.distinct()
                .map(value -> new Given(field, value, written(field, value), source, row.number(), column, true))
                .toList();
    }

    /// The value of a field in the last title above a table.
    static Optional<Given> last(FieldTypes fieldTypes, Field field, List<Row> above) {
        return above.stream()
                .filter(TitledBlocks::isTitle)
                .flatMap(row -> found(fieldTypes, field, row).stream())
                .reduce((one, next) -> next);
    }

    private static String written(Field field, Object value) {
        return field.type().equals("academic_year")
                ? AcademicYear.ofPeriod((Integer) value).label()
                : value.toString();
    }

    /// Whether a row has only one text.
    static boolean isTitle(Row row) {
        int filled = 0;
        for (Cell cell : row.cells()) {
            if (cell.isBlank()) continue;
            if (++filled > 1 || !(cell instanceof Cell.Text)) return false;
        }
        return filled == 1;
    }

    /// Whether such a row gives the hub or year of the rows below it.
    public static boolean saysWhose(FieldTypes fieldTypes, RecognisedTable table, Row row) {
        return isTitle(row)
                && table.type().claim().stream()
                        .flatMap(name -> Optional.ofNullable(table.type().find(name)).stream())
                        .filter(field -> !table.columns().containsValue(field))
                        .anyMatch(field -> found(fieldTypes, field, row).size() == 1);
    }

    private static int filled(Row row) {
        int column = 0;
        while (row.cell(column).isBlank()) column++;
        return column;
    }

    /// The fields that differ from block to block.
    Set<Field> fields() {
        return byRow.keySet();
    }

    boolean isTitleOfBlock(Row row) {
        return titles.contains(row.number());
    }

    /// The value of a field in the title of a row's block.
    Optional<Given> of(Field field, Row row) {
        return Optional.ofNullable(byRow.getOrDefault(field, Map.of()).get(row.number()));
    }

    /// The values of a field as listed in a message.
    List<String> written(Field field) {
        return byRow.getOrDefault(field, Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getValue().written())
                .distinct()
                .collect(Collectors.toList());
    }
}
