package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huboutcomes.intake.Cell;
import org.huboutcomes.intake.Row;
import org.jspecify.annotations.Nullable;

/// The reading of one filled form: its labels as one row, and each of its blocks as a table of its own.
final class FormScreening {

    private final String name;
    private final FilledForm form;
    private final ReturnType type;
    private final FieldTypes fieldTypes;
    private final Rules rules;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, List<Claim.AcceptedRow>> accepted = new LinkedHashMap<>();
    private int leftOut;
    private int kept = 1;

    FormScreening(String name, ReturnType type, FilledForm form, FieldTypes fieldTypes, Rules rules) {
        this.name = name;
        this.type = type;
        this.form = form;
        this.fieldTypes = fieldTypes;
        this.rules = rules;
    }

    ScreenedSheet screen() {
        @Nullable Object[] header = header();
        if (findings.stream().anyMatch(Finding::isError)) return ScreenedSheet.held(name, type, findings);
        Integer period = (Integer) header[index(1)];
        for (Block block : type.blocks()) screen(block, AcademicYear.ofPeriod(Objects.requireNonNull(period)));
        Claim claim = new Claim(
                (String) header[index(0)], period, List.of(new Claim.AcceptedRow(form.firstRow(), header)), accepted);
        int read = form.lastRow() - form.firstRow() + 1;
        Tally tally = new Tally(read, kept, leftOut, 0, read - kept - leftOut);
        return new ScreenedSheet(
                name, type, ScreenedSheet.Status.ACCEPTED, form.letters(), tally, List.of(claim), findings);
    }

    private int index(int claimed) {
        return type.columns().indexOf(type.claim().get(claimed));
    }

    private @Nullable Object[] header() {
        List<Field> stored = type.stored();
        @Nullable Object[] values = new Object[stored.size()];
        for (int i = 0; i < values.length; i++) {
            Field field = stored.get(i);
            FilledForm.Entry entry = form.entries().get(field);
            Reading reading = entry == null ? fromTitle(field) : read(field, entry);
            values[i] = reading.value();
            Reading.Remark remark = reading.remark();
            if (remark != null && entry != null) {
                String happened = rules.isError(remark.rule()) ? "the sheet was not read" : "the sheet was kept";
                findings.add(remark.finding(rules, field, entry.first(), entry.row(), entry.address(), happened));
            } else if (values[i] == null && field.required()) findings.add(missing(field));
        }
        return values;
    }

    private Reading read(Field field, FilledForm.Entry entry) {
        if (!field.type().equals("text")) return fieldTypes.read(field, entry.first(), null);
        String lines = entry.lines().stream().map(FormScreening::paragraphs).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? Reading.NOTHING : Reading.of(Personal.without(lines));
    }

    /// Line breaks inside a cell part paragraphs, and are kept.
    private static String paragraphs(Cell cell) {
        if (!(cell instanceof Cell.Text text)) return CellText.of(cell);
        return Arrays.stream(text.text().split("\\R"))
                .map(line -> CellText.of(new Cell.Text(line)))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /// A title such as "Evidence summary 2022/23" says the year as well as a label does.
    private Reading fromTitle(Field field) {
        if (!field.type().equals("academic_year")) return Reading.NOTHING;
        return form.titles().stream()
                .map(AcademicYear::within)
                .flatMap(Optional::stream)
                .findFirst()
                .map(year -> Reading.of(year.timePeriod()))
                .orElse(Reading.NOTHING);
    }

    private Finding missing(Field field) {
        return rules.at(
                Rule.MISSING_HEADING,
                form.firstRow(),
                "A" + form.firstRow(),
                field.name(),
                null,
                Reading.words(
                        "field", field.title(), "headings", field.headings().collect(Collectors.joining(", "))));
    }

    private void screen(Block block, AcademicYear year) {
        FilledForm.Table table = form.tables().get(block);
        if (table == null) {
            findings.add(rules.whole(
                    Rule.MISSING_BLOCK,
                    "block",
                    block.title(),
                    "headings",
                    block.fields().stream().map(Field::title).collect(Collectors.joining(", "))));
            return;
        }
        List<Claim.AcceptedRow> rows = new ArrayList<>();
        for (Row row : table.rows()) screen(block, table, row, year, rows);
        accepted.put(block.name(), rows);
        kept += rows.size();
    }

    private void screen(Block block, FilledForm.Table table, Row row, AcademicYear year, List<Claim.AcceptedRow> rows) {
        List<Field> stored = block.stored();
        @Nullable Object[] values = new Object[stored.size()];
        boolean good = true;
        for (Map.Entry<Integer, Field> column : table.columns().entrySet()) {
            Field field = column.getValue();
            Cell cell = row.cell(column.getKey());
            Reading reading = fieldTypes.read(field, cell, year);
            Reading.Remark remark = reading.remark();
            if (remark != null) {
                good &= !rules.isError(remark.rule());
                String happened = good ? "the row was kept" : "the row was left out";
                String address = Recognised.address(column.getKey(), row.number());
                findings.add(remark.finding(rules, field, cell, row.number(), address, happened));
            }
            if (!field.personal()) values[stored.indexOf(field)] = reading.value();
        }
        if (!good) leftOut++;
        else if (goesOn(stored, values)) goOn(rows, values);
        else rows.add(new Claim.AcceptedRow(row.number(), values));
    }

    /// Where one cell is merged over several rows, only the first of them holds what every row must.
    private static boolean goesOn(List<Field> stored, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) if (stored.get(i).required() && values[i] == null) return true;
        return false;
    }

    private static void goOn(List<Claim.AcceptedRow> rows, @Nullable Object[] values) {
        if (rows.isEmpty()) return;
        @Nullable Object[] above = rows.get(rows.size() - 1).values();
        for (int i = 0; i < values.length; i++)
            if (values[i] != null) above[i] = above[i] == null ? values[i] : above[i] + "\n" + values[i];
    }
}
