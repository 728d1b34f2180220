package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.FormBlock;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.recognition.FilledForm;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.values.CellReading;
import org.huboutcomes.returns.values.CellText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.returns.values.PersonalData;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// The reading of one filled form: its labels as one row, and each of its blocks as a table of its own.
final class FormScreening {

    private final String name;
    private final FilledForm form;
    private final ReturnType type;
    private final FieldTypes fieldTypes;
    private final Rules rules;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, List<AcceptedRow>> accepted = new LinkedHashMap<>();
    private boolean isTemplate;
    private int leftOut;
    private int kept = 1;

    FormScreening(String name, ReturnType type, FilledForm form, FieldTypes fieldTypes, Rules rules) {
        this.name = name;
        this.type = type;
        this.form = form;
        this.fieldTypes = fieldTypes;
        this.rules = rules;
    }

    /// Says whether the sheet is one that we made to be filled in.
    FormScreening template(boolean ours) {
        isTemplate = ours;
        return this;
    }

    ScreenedSheet screen() {
        @Nullable Object[] header = header();
        if (findings.stream().anyMatch(Finding::isError)) return ScreenedSheet.held(name, type, findings);
        Integer period = (Integer) header[index(1)];
        for (FormBlock block : type.blocks()) screen(block, AcademicYear.ofPeriod(Objects.requireNonNull(period)));
        Claim claim = new Claim(
                (String) header[index(0)], period, List.of(new AcceptedRow(form.firstRow(), header)), accepted);
        int read = form.lastRow() - form.firstRow() + 1;
        boolean isFilledIn = Arrays.stream(header).filter(Objects::nonNull).count()
                        > type.claim().size()
                || kept > 1
                || leftOut > 0;
        if (!isTemplate && !isFilledIn)
            findings.add(rules.whole(
                    Rule.NIL_RETURN,
                    "return",
                    type.title(),
                    "hub",
                    Objects.requireNonNull(claim.hub()),
                    "year",
                    AcademicYear.ofPeriod(period).label()));
        if (isTemplate && !isFilledIn)
            return ScreenedSheet.notFilledIn(
                    name, type, new RowCounts(read, 0, 0, 0, read), claim.hub(), claim.timePeriod());
        RowCounts tally = new RowCounts(read, kept, leftOut, 0, read - kept - leftOut);
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
            CellReading reading = entry == null ? fromTitle(field) : read(field, entry);
            values[i] = reading.value();
            CellReading.Remark remark = reading.remark();
            if (remark != null && entry != null) {
                String happened = rules.isError(remark.rule()) ? "The sheet was not read" : "The sheet was kept";
                findings.add(remark.finding(rules, field, entry.first(), entry.row(), entry.address(), happened));
            } else if (values[i] == null && field.required()) findings.add(missing(field));
        }
        return values;
    }

    private CellReading read(Field field, FilledForm.Entry entry) {
        if (!field.type().equals("text")) return fieldTypes.read(field, entry.first(), null);
        String lines = entry.lines().stream().map(FormScreening::paragraphs).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? CellReading.NOTHING : CellReading.of(PersonalData.without(lines));
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
    private CellReading fromTitle(Field field) {
        if (!field.type().equals("academic_year")) return CellReading.NOTHING;
        return form.titles().stream()
                .map(AcademicYear::within)
                .flatMap(Optional::stream)
                .findFirst()
                .map(year -> CellReading.of(year.timePeriod()))
                .orElse(CellReading.NOTHING);
    }

    private Finding missing(Field field) {
        return rules.at(
                Rule.MISSING_HEADING,
                form.firstRow(),
                "A" + form.firstRow(),
                field.name(),
                null,
                CellReading.words(
                        "field", field.title(), "headings", field.headings().collect(Collectors.joining(", "))));
    }

    private void screen(FormBlock block, AcademicYear year) {
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
        List<AcceptedRow> rows = new ArrayList<>();
        for (Row row : table.rows()) screen(block, table, row, year, rows);
        accepted.put(block.name(), rows);
        kept += rows.size();
    }

    private void screen(FormBlock block, FilledForm.Table table, Row row, AcademicYear year, List<AcceptedRow> rows) {
        List<Field> stored = block.stored();
        @Nullable Object[] values = new Object[stored.size()];
        boolean good = true;
        for (Map.Entry<Integer, Field> column : table.columns().entrySet()) {
            Field field = column.getValue();
            Cell cell = row.cell(column.getKey());
            CellReading reading = fieldTypes.read(field, cell, year);
            CellReading.Remark remark = reading.remark();
            if (remark != null) {
                good &= !rules.isError(remark.rule());
                String happened = good ? "The row was kept" : "The row was left out";
                String address = RecognisedTable.address(column.getKey(), row.number());
                findings.add(remark.finding(rules, field, cell, row.number(), address, happened));
            }
            if (!field.personal()) values[stored.indexOf(field)] = reading.value();
        }
        if (!good) leftOut++;
        else if (goesOn(stored, values)) goOn(rows, values);
        else rows.add(new AcceptedRow(row.number(), values));
    }

    /// Where one cell is merged over several rows, only the first of them holds what every row must.
    private static boolean goesOn(List<Field> stored, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) if (stored.get(i).required() && values[i] == null) return true;
        return false;
    }

    private static void goOn(List<AcceptedRow> rows, @Nullable Object[] values) {
        if (rows.isEmpty()) return;
        @Nullable Object[] above = rows.get(rows.size() - 1).values();
        for (int i = 0; i < values.length; i++)
            if (values[i] != null) above[i] = above[i] == null ? values[i] : above[i] + "\n" + values[i];
    }
}
