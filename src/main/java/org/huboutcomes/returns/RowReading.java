package org.huboutcomes.returns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huboutcomes.intake.Cell;
import org.huboutcomes.intake.Row;
import org.jspecify.annotations.Nullable;

/// Reads the rows of one sheet, cell by cell, and tells what is wrong with each.
final class RowReading {

    private static final Function<String, String> NOTHING_BESIDE = type -> "";

    private final Recognised sheet;
    private final FieldTypes fieldTypes;
    private final Rules rules;
    private final List<Field> stored;
    private final Map<Field, Integer> columns;
    private final int[] columnOf;
    private final List<Field> asked;
    private final Map<Field, Object> above = new HashMap<>();
    private final Findings findings;
    private final int yearAt;

    RowReading(Recognised sheet, FieldTypes fieldTypes, Rules rules, Findings findings) {
        this.sheet = sheet;
        this.fieldTypes = fieldTypes;
        this.rules = rules;
        this.findings = findings;
        this.stored = sheet.type().stored();
        this.columns = sheet.byField();
        this.columnOf = stored.stream()
                .mapToInt(field -> columns.getOrDefault(field, -1))
                .toArray();
        this.asked = stored.stream().map(this::asked).toList();
        this.yearAt = stored.stream().map(Field::type).toList().indexOf("academic_year");
    }

    private Field asked(Field field) {
        Integer column = columns.get(field);
        return column == null
                ? field
                : field.askedBy(CellText.of(sheet.heading().cell(column)));
    }

    /// Values above the table hold for every row, so a wrong one is told once and holds the whole sheet.
    void readAbove() {
        sheet.labels().forEach((field, label) -> {
            Reading reading = fieldTypes.read(field, label.cell(), null, NOTHING_BESIDE);
            Reading.Remark remark = reading.remark();
            if (remark != null) {
                String happened = rules.isError(remark.rule()) ? "the sheet was not read" : "the sheet was kept";
                tell(remark, field, label.cell(), label.row(), label.address(), happened);
            }
            if (reading.value() != null) above.put(field, reading.value());
        });
    }

    /// What every row has from above the table; the rest is null.
    @Nullable
    Object[] above() {
        return stored.stream().map(above::get).toArray();
    }

    /// The row's values, or null when one of them is an error.
    @Nullable
    Object @Nullable [] read(Row row) {
        AcademicYear year = year(row);
        @Nullable Object[] values = new Object[stored.size()];
        boolean good = true;
        for (int i = 0; i < values.length; i++) {
            Field field = asked.get(i);
            if (columnOf[i] < 0) {
                values[i] = above.get(stored.get(i));
                continue;
            }
            Cell cell = row.cell(columnOf[i]);
            Reading reading = fieldTypes.read(field, cell, year, type -> beside(row, type));
            Reading.Remark remark = remark(field, reading);
            if (remark != null) good &= tell(remark, field, cell, row.number(), columnOf[i]);
            values[i] = reading.value();
        }
        return good ? values : null;
    }

    /// Asks about a row in which somebody tried the survey out. What was written is not told: it may be a comment.
    void lookForTest(Row row) {
        if (sheet.type().testAnswers().isEmpty()) return;
        for (Map.Entry<Field, Integer> column : columns.entrySet()) {
            Cell cell = row.cell(column.getValue());
            if (!column.getKey().type().equals("text")
                    || !sheet.type().testAnswers().contains(Words.key(CellText.of(cell)))) continue;
            tell(
                    new Reading.Remark(Rule.TEST_ANSWER, Map.of()),
                    column.getKey(),
                    Cell.BLANK,
                    row.number(),
                    column.getValue());
            return;
        }
    }

    boolean refuses(Field field, Cell cell) {
        return fieldTypes.read(field, cell, null, NOTHING_BESIDE).value() == null;
    }

    private Reading.@Nullable Remark remark(Field field, Reading reading) {
        Reading.Remark remark = reading.remark();
        boolean missing =
                reading.value() == null && field.required() && (remark == null || !rules.isError(remark.rule()));
        return missing ? new Reading.Remark(Rule.MISSING_VALUE, Map.of()) : remark;
    }

    /// Whether the row is kept all the same.
    private boolean tell(Reading.Remark remark, Field field, Cell cell, int row, int column) {
        boolean error = rules.isError(remark.rule());
        String happened = error ? "the row was left out" : "the row was kept";
        tell(remark, field, cell, row, Recognised.address(column, row), happened);
        return !error;
    }

    private void tell(Reading.Remark remark, Field field, Cell cell, int row, String address, String happened) {
        if (findings.isFull()) {
            findings.skip();
            return;
        }
        String found = CellText.of(cell);
        Map<String, String> words = new HashMap<>(remark.words());
        words.put("field", field.title());
        words.put("happened", happened);
        findings.add(rules.at(remark.rule(), row, address, field.name(), found.isEmpty() ? null : found, words));
    }

    private String beside(Row row, String type) {
        for (Map.Entry<Field, Integer> column : columns.entrySet())
            if (column.getKey().type().equals(type)) return CellText.of(row.cell(column.getValue()));
        return "";
    }

    private @Nullable AcademicYear year(Row row) {
        if (yearAt < 0) return null;
        Field field = stored.get(yearAt);
        Object value = columnOf[yearAt] < 0
                ? above.get(field)
                : fieldTypes
                        .read(field, row.cell(columnOf[yearAt]), null, NOTHING_BESIDE)
                        .value();
        return value == null ? null : AcademicYear.ofPeriod((Integer) value);
    }
}
