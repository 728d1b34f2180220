package org.huboutcomes.receipts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huboutcomes.receipts.Receipt.Note;
import org.huboutcomes.receipts.WorkbookStyles.Part;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.conversion.ConvertedTable.Column;
import org.huboutcomes.returns.conversion.ConvertedTable.Entry;
import org.huboutcomes.returns.conversion.ConvertedTable.Line;
import org.huboutcomes.returns.conversion.ConvertedTable.Mark;
import org.huboutcomes.returns.conversion.ConvertedTable.Remark;
import org.huboutcomes.returns.conversion.Given;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.definition.TemplateColumn;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.NumberFormat;
import org.jspecify.annotations.Nullable;

/// One return of a converted workbook, filled from all sheets that are closest to it. Its headings are those of the
/// return, so that the workbook is read as that return when it is sent in.
final class ConvertedSheet {

    private static final int SPARE = 200;
    private static final int NARROWEST = 10;
    private static final int WIDEST = 40;
    private static final float LINE = 14.5f;

    private final XSSFSheet sheet;
    private final WorkbookStyles dress;
    private final DropDownLists choices;
    private final ReturnTypes types;
    private final ReturnType type;
    private final List<ConvertedTable> tables;
    private final List<Column> columns;
    private final List<Field> above = new ArrayList<>();
    private final Map<String, Integer> widths = new HashMap<>();
    private @Nullable CellStyle moment;
    private @Nullable CellStyle percentage;

    ConvertedSheet(
            XSSFSheet sheet,
            WorkbookStyles dress,
            DropDownLists choices,
            ReturnTypes types,
            List<ConvertedTable> tables) {
        this.sheet = sheet;
        this.dress = dress;
        this.choices = choices;
        this.types = types;
        this.tables = tables;
        this.type = tables.get(0).type();
        for (String name : type.claim()) {
            Field field = Objects.requireNonNull(type.find(name));
            if (isAbove(field)) above.add(field);
        }
        this.columns = columns();
    }

    /// A value that is the same on all sheets is written once above the table; otherwise it is a column.
    private boolean isAbove(Field field) {
        if (tables.stream().allMatch(table -> table.open().contains(field))) return true;
        return tables.stream()
                                .map(table ->
                                        given(table, field).map(Given::written).orElse(null))
                                .distinct()
                                .count()
                        == 1
                && given(tables.get(0), field).isPresent();
    }

    private static Optional<Given> given(ConvertedTable table, Field field) {
        return table.given().stream().filter(one -> one.field().equals(field)).findFirst();
    }

    private List<Column> columns() {
        Map<String, Column> all = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            boolean claimed = type.claim().contains(field.name());
            if (claimed && !above.contains(field)) all.put(field.title(), new Column(field, field.title()));
            for (ConvertedTable table : tables)
                for (Column column : table.columns())
                    if (column.field().equals(field) && !above.contains(field))
                        all.putIfAbsent(column.heading(), column);
        }
        return List.copyOf(all.values());
    }

    private int heading() {
        return 4 + above.size();
    }

    /// The cell that a remark refers to.
    @Nullable
    CellReference place(ConvertedTable table, Remark remark) {
        if (remark.field() == null) return null;
        if (above.contains(remark.field())) return new CellReference(2 + above.indexOf(remark.field()), 1);
        int column = -1;
        for (int i = 0; i < columns.size(); i++) if (columns.get(i).field().equals(remark.field())) column = i;
        if (column < 0) return null;
        int line = remark.line() < 0 ? -1 : first(table) + remark.line();
        return new CellReference(heading() + 1 + line, column);
    }

    private int first(ConvertedTable table) {
        int first = 0;
        for (ConvertedTable one : tables) {
            if (one.equals(table)) return first;
            first += one.lines().size();
        }
        return first;
    }

    void fill(List<Note> notes) {
        dress.put(sheet.createRow(0).createCell(0), type.title(), Part.TITLE);
        sheet.getRow(0).setHeightInPoints(26);
        dress.put(
                sheet.createRow(1).createCell(0),
                "Your rows as this return has them. Fill in or correct the marked cells, save the workbook and send it in.",
                Part.LEAD);
        for (int i = 0; i < above.size(); i++) label(2 + i, above.get(i));
        Row headings = sheet.createRow(heading());
        headings.setHeightInPoints(46);
        for (int i = 0; i < columns.size(); i++)
            dress.put(headings.createCell(i), columns.get(i).heading(), Part.HEADING);
        int line = heading();
        for (ConvertedTable table : tables) for (Line one : table.lines()) write(sheet.createRow(++line), table, one);
        int filled = line;
        for (int spare = 0; spare < SPARE; spare++) {
            Row row = sheet.createRow(++line);
            for (int i = 0; i < columns.size(); i++) row.createCell(i).setCellStyle(dress.style(Part.NOTE));
        }
        say(notes);
        lay(filled, line);
    }

    private void label(int line, Field field) {
        Row row = sheet.createRow(line);
        dress.put(row.createCell(0), field.title(), Part.COLUMN_HEADING);
        Cell value = row.createCell(1);
        Optional<Given> given = given(tables.get(0), field);
        dress.put(value, given.map(Given::written).orElse(""), Part.NOTE);
        dress.mark(value, given.isEmpty());
    }

    private void write(Row row, ConvertedTable table, Line line) {
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            Entry entry = entry(table, line, columns.get(i));
            Cell cell = row.createCell(i);
            cell.setCellStyle(dress.style(Part.NOTE));
            put(cell, entry.cell());
            if (entry.mark() != Mark.NONE) dress.mark(cell, entry.mark() == Mark.GAP);
            lines = Math.max(lines, FindingsSheet.lines(CellText.of(entry.cell()), WIDEST - 4));
            widths.merge(columns.get(i).heading(), CellText.of(entry.cell()).length(), Math::max);
        }
        if (lines > 1) row.setHeightInPoints(lines * LINE + 3);
    }

    private static Entry entry(ConvertedTable table, Line line, Column column) {
        for (int i = 0; i < table.columns().size(); i++)
            if (table.columns().get(i).equals(column)) return line.entries().get(i);
        Optional<Given> given = given(table, column.field());
        if (given.isPresent())
            return new Entry(
                    new org.huboutcomes.spreadsheets.model.Cell.Text(given.get().written()), Mark.GUESS);
        boolean gap = table.open().contains(column.field());
        return new Entry(org.huboutcomes.spreadsheets.model.Cell.BLANK, gap ? Mark.GAP : Mark.NONE);
    }

    private void put(Cell cell, org.huboutcomes.spreadsheets.model.Cell value) {
        if (value instanceof org.huboutcomes.spreadsheets.model.Cell.Number number) {
            cell.setCellValue(number.value().doubleValue());
            if (NumberFormat.isPercentage(number.format())) {
                if (percentage == null) percentage = style("0%");
                cell.setCellStyle(percentage);
            }
        } else if (value instanceof org.huboutcomes.spreadsheets.model.Cell.Moment day) {
            if (moment == null) moment = style("dd/mm/yyyy hh:mm");
            cell.setCellValue(day.value());
            cell.setCellStyle(moment);
        } else if (!value.isBlank()) dress.put(cell, CellText.of(value), Part.NOTE);
    }

    private CellStyle style(String format) {
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.cloneStyleFrom(dress.style(Part.NOTE));
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        return style;
    }

    private void say(List<Note> notes) {
        CellComments comments = new CellComments(sheet);
        Map<String, List<Note>> byCell = new LinkedHashMap<>();
        for (Note note : notes)
            if (note.cell() != null)
                byCell.computeIfAbsent(note.cell(), none -> new ArrayList<>()).add(note);
        byCell.forEach((address, said) -> {
            CellReference place = new CellReference(address);
            Row row = sheet.getRow(place.getRow());
            Cell cell = row.getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            if (place.getRow() != heading() && !dress.isMarked(cell))
                dress.mark(cell, said.stream().anyMatch(Note::isError));
            comments.put(cell, said);
        });
    }

    private void lay(int filled, int last) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int letters = Math.max(
                    widths.getOrDefault(column.heading(), 0), column.heading().length() / 3 + 3);
            int width = Math.max(NARROWEST, Math.min(WIDEST, letters + 2));
            // The labels above the table are in the first column.
            if (i == 0)
                for (Field label : above) width = Math.max(width, label.title().length() + 3);
            sheet.setColumnWidth(i, width * 256);
            offer(column, new CellRangeAddressList(heading() + 1, last, i, i));
        }
        sheet.createFreezePane(0, heading() + 1);
        sheet.setDisplayGridlines(false);
        sheet.setRepeatingRows(new CellRangeAddress(heading(), heading(), -1, -1));
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setFitHeight((short) 0);
        FindingsSheet.margins(sheet);
        sheet.getWorkbook()
                .setPrintArea(
                        sheet.getWorkbook().getSheetIndex(sheet), 0, Math.max(0, columns.size() - 1), 0, filled + 5);
    }

    /// Adds the choices of a column as a drop-down list.
    private void offer(Column column, CellRangeAddressList cells) {
        List<String> words = TemplateColumn.of(type, types).stream()
                .filter(one -> one.field().equals(column.field().name())
                        && column.field().type().equals("choice"))
                .flatMap(one -> one.choices().stream())
                .toList();
        if (words.isEmpty()) return;
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation list = helper.createValidation(helper.createFormulaListConstraint(choices.list(words)), cells);
        list.createErrorBox(column.heading(), "Choose from the list.");
        list.setShowErrorBox(true);
        list.setEmptyCellAllowed(true);
        list.setSuppressDropDownArrow(true);
        sheet.addValidationData(list);
    }
}
