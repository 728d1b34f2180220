package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.huboutcomes.returns.conversion.rows.ColumnValues;
import org.huboutcomes.returns.conversion.rows.SheetRows;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Recognises sheets that count the rows of a return, such as pivot tables, and reports them.
final class Pivots {

    /// The labels that a spreadsheet writes above a pivot table.
    private static final Pattern PIVOT =
            Pattern.compile("(?i)(row|column) labels|(count|sum|average|min|max|number) of .+|grand total");
    private static final Pattern COUNT = Pattern.compile("\\d{1,7}|\\d{1,3}(\\.\\d+)? ?%");
    /// Labels that only a pivot table has.
    private static final Pattern PIVOT_ALONE = Pattern.compile("(?i)(row|column) labels");
    /// Labels that both a pivot table and a list may have.
    private static final Pattern PIVOT_HEADING = Pattern.compile("(?i)(count|sum|average) of .+");
    private static final int ROWS_LOOKED_AT = 20;
    private static final double SAME = 0.9;
    private static final Set<String> OF_SCHOOLS = Set.of("school", "school_name");

    private final ReturnTypes types;
    private final Readings readings;

    Pivots(ReturnTypes types, Readings readings) {
        this.types = types;
        this.readings = readings;
    }

    /// Whether a sheet has the labels of a pivot table. Any other list of codes and counts may be a return.
    static boolean isLabelledAsPivot(SheetRows sheet) {
        return sheet.rows().stream()
                .limit(ROWS_LOOKED_AT)
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell instanceof Cell.Text
                        && PIVOT.matcher(CellText.of(cell)).matches());
    }

    /// The survey whose answers a sheet counts: one row for each question, with numbers of people or shares.
    Optional<ReturnType> countsAnswers(SheetRows sheet) {
        return types.all().stream()
                .filter(ReturnType::fromPlatforms)
                .filter(type -> {
                    Map<String, Field> known = type.byHeading();
                    return sheet.rows().stream()
                                    .filter(row -> {
                                        Field field = known.get(NormalText.key(CellText.of(row.cell(0))));
                                        return field != null
                                                && field.type().equals("scale")
                                                && isOfCounts(row)
                                                && row.cells().stream().anyMatch(cell -> cell instanceof Cell.Number);
                                    })
                                    .count()
                            > 1;
                })
                .findFirst();
    }

    private static boolean isPivot(SheetRows sheet) {
        return IntStream.range(0, Math.min(ROWS_LOOKED_AT, sheet.rows().size()))
                .anyMatch(at -> hasCell(sheet.rows().get(at), PIVOT_ALONE)
                        || hasCell(sheet.rows().get(at), PIVOT_HEADING)
                                && isOfLabels(sheet.rows()
                                        .subList(at + 1, sheet.rows().size())));
    }

    private static boolean hasCell(Row row, Pattern words) {
        return row.cells().stream()
                .anyMatch(cell -> cell instanceof Cell.Text
                        && words.matcher(CellText.of(cell)).matches());
    }

    /// Whether each row is a label with only counts beside it.
    private static boolean isOfLabels(List<Row> rows) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.cell(0) instanceof Cell.Text && isOfCounts(row));
    }

    /// The finding for any pivot table. A list with a count may look like one, and is converted instead.
    Optional<Finding> pivot(SheetRows sheet) {
        return pivotOfReturn(sheet)
                .or(() -> countsOfPeople(sheet))
                .or(() -> isPivot(sheet)
                        ? Optional.of(types.rules().whole(Rule.PIVOT_OF_ROWS, "sheet", sheet.name()))
                        : Optional.empty());
    }

    /// The finding for a list of schools with counts of people, if a return lists those people.
    private Optional<Finding> countsOfPeople(SheetRows sheet) {
        for (int i = 0; i + 1 < sheet.rows().size() && i < ROWS_LOOKED_AT; i++) {
            Row heading = sheet.rows().get(i);
            List<Row> below = sheet.rows().subList(i + 1, sheet.rows().size());
            for (ReturnType type : types.all()) {
                if (type.claim().isEmpty() || type.isForm()) continue;
                Optional<Field> school = type.fields().stream()
                        .filter(field -> OF_SCHOOLS.contains(field.type())
                                && heading.cells().stream()
                                        .anyMatch(cell ->
                                                readings.likeness().of(CellText.of(cell), field.likelyHeadings())
                                                        >= SAME))
                        .findFirst();
                boolean counted = type.fields().stream()
                        .filter(field -> field.type().equals("reference") && field.required())
                        .anyMatch(field -> IntStream.range(0, heading.cells().size())
                                .anyMatch(column -> ColumnOptions.countsPeople(
                                        readings.likeness(),
                                        field,
                                        CellText.of(heading.cell(column)),
                                        ColumnValues.of(below, column))));
                if (school.isPresent() && counted)
                    return Optional.of(types.rules()
                            .whole(
                                    Rule.PIVOT_OF_ROWS,
                                    "sheet",
                                    sheet.name(),
                                    "field",
                                    school.get().title(),
                                    "return",
                                    type.title()));
            }
        }
        return Optional.empty();
    }

    /// The finding for a pivot table of a return: headings or labels that are choices of one of its fields, with
    /// counts; or labels that only a pivot table has.
    Optional<Finding> pivotOfReturn(SheetRows sheet) {
        for (int i = 0; i + 1 < sheet.rows().size() && i < ROWS_LOOKED_AT; i++) {
            Row row = sheet.rows().get(i);
            List<Row> below = sheet.rows().subList(i + 1, sheet.rows().size());
            for (ReturnType type : types.all())
                for (Field field : type.fields()) {
                    if (!isToldByRows(type, field)) continue;
                    if (isCountedByColumn(readings.of(type), field, row, below)
                            || isCountedByRow(readings.of(type), field, below))
                        return Optional.of(types.rules()
                                .whole(
                                        Rule.PIVOT_OF_ROWS,
                                        "sheet",
                                        sheet.name(),
                                        "field",
                                        field.title(),
                                        "return",
                                        type.title()));
                }
        }
        Optional<ReturnType> answers = countsAnswers(sheet);
        if (answers.isPresent())
            return Optional.of(types.rules()
                    .whole(
                            Rule.PIVOT_OF_ROWS,
                            "sheet",
                            sheet.name(),
                            "return",
                            answers.get().title()));
        return sheet.rows().stream().limit(ROWS_LOOKED_AT).anyMatch(row -> hasCell(row, PIVOT_ALONE))
                ? Optional.of(types.rules().whole(Rule.PIVOT_OF_ROWS, "sheet", sheet.name()))
                : Optional.empty();
    }

    /// Whether many rows of the return have the same value in a field, so that they can be counted by it.
    private static boolean isToldByRows(ReturnType type, Field field) {
        if (type.claim().isEmpty() || type.totals() != null || type.isForm()) return false;
        return field.type().equals("choice")
                || field.inTitles() != null && !type.primaryKey().equals(List.of(field.name()));
    }

    private static boolean isCountedByColumn(FieldTypes fieldTypes, Field field, Row heading, List<Row> below) {
        List<Integer> columns = new ArrayList<>();
        for (int column = 1; column < heading.cells().size(); column++)
            if (isChoice(fieldTypes, field, heading.cell(column))) columns.add(column);
        return columns.size() > 1
                && columns.stream().allMatch(column -> {
                    ColumnValues values = ColumnValues.of(below, column);
                    return !values.isEmpty() && values.share(Pivots::isCount) == 1;
                });
    }

    private static boolean isCountedByRow(FieldTypes fieldTypes, Field field, List<Row> below) {
        long counted = below.stream()
                .filter(row -> isChoice(fieldTypes, field, row.cell(0)) && isCount(row.cell(1)))
                .map(row -> CellText.of(row.cell(0)))
                .distinct()
                .count();
        return counted > 1 && counted * 2 >= below.size() && below.stream().allMatch(Pivots::isOfCounts);
    }

    /// Whether a row has only counts and shares beside its label.
    private static boolean isOfCounts(Row row) {
        return row.cells().stream()
                .skip(1)
                .allMatch(cell -> cell.isBlank()
                        || cell instanceof Cell.Number
                        || COUNT.matcher(CellText.of(cell)).matches());
    }

    static boolean isCount(Cell cell) {
        return CellText.of(cell).matches("\\d{1,7}");
    }

    private static boolean isChoice(FieldTypes fieldTypes, Field field, Cell cell) {
        Pattern codes = field.inTitles();
        if (codes != null) return codes.matcher(CellText.of(cell).strip()).lookingAt();
        return cell instanceof Cell.Text && fieldTypes.value(field, cell) != null;
    }
}
