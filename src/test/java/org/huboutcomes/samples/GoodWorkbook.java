package org.huboutcomes.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;

/// A small, correct return of Quillshire for 2022/23, in which a test plants one fault.
final class GoodWorkbook {

    static final int ROWS = 14;
    private static final int YEAR = 2022;

    private final PersonsWorkbook workbook = new PersonsWorkbook();
    private final SampleSchools schools;

    GoodWorkbook(SampleSchools schools) {
        this.schools = schools;
    }

    GoodWorkbook with(ReturnSheet form) {
        return with(form, form.columns);
    }

    GoodWorkbook without(ReturnSheet form, String key) {
        return with(
                form,
                form.columns.stream()
                        .filter(column -> !column.key().equals(key))
                        .toList());
    }

    private GoodWorkbook with(ReturnSheet form, List<ReturnSheet.Column> columns) {
        PersonsWorkbook.Page page = workbook.page(form.sheet);
        page.headings(columns.stream().map(ReturnSheet.Column::canonical).toList());
        for (ReturnRow row : facts(form))
            page.row(columns.stream().map(column -> row.value(column.key())).toList());
        return this;
    }

    List<List<Object>> rows(ReturnSheet form) {
        return facts(form).stream()
                .map(row -> form.columns.stream()
                        .map(column -> row.value(column.key()))
                        .toList())
                .toList();
    }

    private List<ReturnRow> facts(ReturnSheet form) {
        return switch (form) {
            case ENGAGEMENT ->
                forEachSchool(
                        "activity", "MA22-01", "role", "Teacher", "offered", 4, "attended", 3, "status", "Completed");
            case PATHWAY -> forEachSchool("stage", "Embedding", "status", "Active", "reason", "");
            case STATED_TOTALS -> List.of(stated("Schools active on the pathway"), stated("Embedding"));
            default -> throw new IllegalArgumentException("no good sheet of " + form.sheet);
        };
    }

    private List<ReturnRow> forEachSchool(Object... keysAndValues) {
        ReturnRow common =
                ReturnRow.of(SampleHub.QS1, YEAR).and("year", "2022/23").and(keysAndValues);
        return schools.openIn(SampleHub.QS1, YEAR).subList(0, ROWS).stream()
                .map(school ->
                        common.and("urn", school.urn(), "school", school.name(), "participant", "P" + school.urn()))
                .toList();
    }

    private static ReturnRow stated(String quantity) {
        return ReturnRow.of(SampleHub.QS1, YEAR).and("year", "2022/23", "quantity", quantity, "value", ROWS);
    }

    /// Puts a value into a cell, by its address; an empty word leaves the cell out.
    GoodWorkbook put(ReturnSheet form, String address, Object value) {
        Cell cell = cell(form, address);
        if (value instanceof Integer number) cell.setCellValue(number);
        else if (value.equals("")) cell.getRow().removeCell(cell);
        else cell.setCellValue(value.toString());
        return this;
    }

    GoodWorkbook putColumn(ReturnSheet form, String letter, String heading, String value) {
        put(form, letter + 1, heading);
        for (int row = 2; row <= ROWS + 1; row++) put(form, letter + row, value);
        cell(form, letter + 1).setCellStyle(cell(form, "A1").getCellStyle());
        return this;
    }

    Cell cell(ReturnSheet form, String address) {
        CellReference place = new CellReference(address);
        Sheet sheet = workbook.poi().getSheet(form.sheet);
        Row row = sheet.getRow(place.getRow()) == null ? sheet.createRow(place.getRow()) : sheet.getRow(place.getRow());
        return row.getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    byte[] bytes() throws IOException {
        return workbook.bytes();
    }

    void write(Path file) throws IOException {
        workbook.write(file);
    }
}
