package org.huboutcomes.receipts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.huboutcomes.receipts.Receipt.Note;
import org.huboutcomes.receipts.WorkbookStyles.Part;
import org.huboutcomes.returns.recognition.GeneratedParts;
import org.huboutcomes.returns.recognition.SheetLayout;
import org.huboutcomes.returns.text.PersonalData;
import org.huboutcomes.returns.text.PersonalText;
import org.huboutcomes.returns.text.TitledNames;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.NumberFormat;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;

/// A workbook made from a CSV file, or from the members of a zip with findings. Rows keep their positions, and are
/// written while they are read, so their number is not limited.
final class CopiedWorkbook {

    // A text is written as a number only if Excel shows it the same way: not 0012 or 1.50.
    private static final Pattern WHOLE = Pattern.compile("-?[1-9]\\d{0,14}|0");
    private static final int ROWS_MEASURED = 200;
    private static final int NARROWEST = 8;
    private static final int WIDEST = 44;
    private static final int REASONS = 60;

    private final SXSSFWorkbook workbook;
    private final WorkbookStyles dress;
    private int addresses;
    private Names names = Names.NONE;

    CopiedWorkbook(SXSSFWorkbook workbook) {
        this.workbook = workbook;
        this.dress = new WorkbookStyles(workbook.getXSSFWorkbook());
    }

    /// @param first remarks about the copy itself
    void tell(Book book, List<SheetLayout> layouts, Receipt receipt, List<String> first) throws UnreadableException {
        SXSSFSheet findings = workbook.createSheet("Findings");
        Map<String, SheetLayout> returns = layouts.stream()
                .filter(SheetLayout::isReturn)
                .collect(Collectors.toMap(SheetLayout::sheet, Function.identity(), (one, same) -> one));
        Map<String, String> places = new HashMap<>();
        names = Names.of(layouts);
        List<String> remarks = new ArrayList<>(first);
        // A sheet with two tables has two parts in the receipt.
        Map<String, List<Note>> notes = new LinkedHashMap<>();
        receipt.sheets()
                .forEach(part -> notes.computeIfAbsent(part.sheet(), none -> new ArrayList<>())
                        .addAll(part.findings()));
        for (Map.Entry<String, List<Note>> told : notes.entrySet()) {
            SheetLayout layout = returns.get(told.getKey());
            if (layout == null || told.getValue().isEmpty() && !stands(told.getKey(), receipt)) continue;
            String place = place(told.getKey());
            places.put(told.getKey(), place);
            new Copy(workbook.createSheet(place), layout, told.getValue()).of(sheet(book, told.getKey()), remarks);
        }
        Redaction.saidOfAddresses(addresses).ifPresent(remarks::add);
        new FindingsSheet(findings, dress, places).write(receipt, remarks);
        flushInOrder();
    }

    /// Numbers texts in the order of the sheets. POI flushes sheets in the order of a hash that differs between
    /// processes, which would change the bytes of the file.
    private void flushInOrder() {
        try {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++)
                workbook.getSheetAt(i).flushRows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a sheet of the same return has findings. The sheets of one return come into force together, so they
    /// must be sent back together.
    private static boolean stands(String sheet, Receipt receipt) {
        Set<String> told = receipt.sheets().stream()
                .filter(part -> !part.findings().isEmpty() && part.returnName() != null)
                .map(Receipt.Part::returnName)
                .collect(Collectors.toSet());
        return receipt.sheets().stream()
                .anyMatch(part -> part.sheet().equals(sheet) && told.contains(part.returnName()));
    }

    private String place(String name) {
        String short_ = name.substring(name.lastIndexOf('/') + 1);
        String safe = WorkbookUtil.createSafeSheetName(short_.substring(0, Math.min(27, short_.length())));
        String place = safe;
        for (int n = 2; workbook.getSheet(place) != null; n++) place = safe + " " + n;
        return place;
    }

    private static Sheet sheet(Book book, String name) {
        return book.sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a sheet that was read is in its file"));
    }

    private final class Copy {

        private final SXSSFSheet target;
        private final SheetLayout layout;
        private final Map<Integer, List<Note>> byRow = new HashMap<>();
        private final Map<Integer, Integer> widths = new HashMap<>();
        private final Map<Integer, Row> headings = new HashMap<>();
        private final CellComments remarks;
        private int reasons;

        Copy(SXSSFSheet target, SheetLayout layout, List<Note> notes) {
            this.target = target;
            this.layout = layout;
            this.remarks = new CellComments(target);
            for (Note note : notes)
                byRow.computeIfAbsent(row(note), none -> new ArrayList<>()).add(note);
        }

        private int row(Note note) {
            return note.cell() == null ? note.row() : new CellReference(note.cell()).getRow() + 1;
        }

        void of(Sheet sheet, List<String> said) throws UnreadableException {
            reasons = widest(sheet);
            try (Rows rows = sheet.rows()) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    copy(row);
                    if (layout.isHeading(row.number())) headings.put(row.number(), row);
                }
            }
            Redaction.said(target.getSheetName(), layout, this::heading).ifPresent(said::add);
            widths.forEach((column, letters) ->
                    target.setColumnWidth(column, Math.max(NARROWEST, Math.min(WIDEST, letters + 2)) * 256));
            target.setColumnWidth(reasons, REASONS * 256);
            if (!layout.tables().isEmpty()) {
                int first = layout.tables().get(0).heading();
                target.createFreezePane(0, first);
                target.setRepeatingRows(new CellRangeAddress(first - 1, first - 1, -1, -1));
            }
            target.setFitToPage(true);
            target.getPrintSetup().setLandscape(true);
            target.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
            target.getPrintSetup().setFitHeight((short) 0);
            FindingsSheet.margins(target);
        }

        private String heading(int row, int column) {
            Row heading = headings.get(row);
            return heading == null ? "" : text(heading.cell(column));
        }

        /// Reads all rows once to find the widest, because the reasons are to the right of it. An earlier column of
        /// reasons is reused.
        private int widest(Sheet sheet) throws UnreadableException {
            int last = 0;
            try (Rows rows = sheet.rows()) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    last = Math.max(last, row.cells().size());
                    if (layout.isHeading(row.number()))
                        for (int column = 0; column < row.cells().size(); column++)
                            if (text(row.cell(column)).equals(GeneratedParts.REASONS)) return column;
                }
            }
            return last;
        }

        private void copy(Row row) {
            SXSSFRow made = target.createRow(row.number() - 1);
            boolean heading = layout.isHeading(row.number());
            List<Note> notes = byRow.getOrDefault(row.number(), List.of());
            for (int column = 0; column < row.cells().size(); column++) {
                if (layout.isWithheld(row.number(), column) || row.cell(column).isBlank() || column == reasons)
                    continue;
                put(made.createCell(column), shown(row, column), heading ? Part.COLUMN_HEADING : Part.PLAIN);
                if (row.number() <= ROWS_MEASURED)
                    widths.merge(column, text(row.cell(column)).length(), Math::max);
            }
            if (heading) dress.put(made.createCell(reasons), GeneratedParts.REASONS, Part.REASONS_HEADING);
            else if (!notes.isEmpty() && !layout.tables().isEmpty())
                dress.put(made.createCell(reasons), RowReasons.of(notes), Part.LONG_REASON);
            mark(made, notes);
        }

        /// Shows a person by the stored pseudonym.
        private org.huboutcomes.spreadsheets.model.Cell shown(Row row, int column) {
            org.huboutcomes.spreadsheets.model.Cell cell = row.cell(column);
            String pseudonym = layout.people().get(new CellReference(row.number() - 1, column).formatAsString());
            if (pseudonym != null) return new org.huboutcomes.spreadsheets.model.Cell.Text(pseudonym);
            return cell instanceof org.huboutcomes.spreadsheets.model.Cell.Text text
                    ? new org.huboutcomes.spreadsheets.model.Cell.Text(names.withoutFull(text.text()))
                    : cell;
        }

        private void mark(SXSSFRow made, List<Note> notes) {
            Map<Integer, List<Note>> byColumn = notes.stream()
                    .filter(note -> note.cell() != null)
                    .collect(Collectors.groupingBy(
                            note -> (int) new CellReference(note.cell()).getCol(), Collectors.toList()));
            byColumn.forEach((column, said) -> {
                Cell cell = made.getCell(column);
                if (cell == null) {
                    cell = made.createCell(column);
                    cell.setCellStyle(dress.style(Part.PLAIN));
                }
                dress.mark(cell, said.stream().anyMatch(Note::isError));
                remarks.put(cell, said);
            });
        }
    }

    private void put(Cell cell, org.huboutcomes.spreadsheets.model.Cell value, Part part) {
        CellStyle style = dress.style(part);
        if (value instanceof org.huboutcomes.spreadsheets.model.Cell.Moment moment) {
            cell.setCellValue(moment.value());
            cell.setCellStyle(dress.style(Part.DAY));
        } else if (value instanceof org.huboutcomes.spreadsheets.model.Cell.Number number) {
            String shown = number.format() == null
                    ? text(value)
                    : NumberFormat.text(number.value(), number.format()).orElse(text(value));
            if (shown.equals(text(value))) {
                cell.setCellValue(number.value().doubleValue());
                cell.setCellStyle(style);
            } else dress.put(cell, shown, style);
        } else if (WHOLE.matcher(text(value)).matches()) {
            cell.setCellValue(Double.parseDouble(text(value)));
            cell.setCellStyle(style);
        } else if (PersonalData.isIn(text(value))) {
            addresses++;
            dress.put(cell, PersonalText.coded(text(value)), style);
        } else dress.put(cell, TitledNames.without(text(value)), style);
    }

    private static String text(org.huboutcomes.spreadsheets.model.Cell cell) {
        if (cell instanceof org.huboutcomes.spreadsheets.model.Cell.Text text) return text.text();
        if (cell instanceof org.huboutcomes.spreadsheets.model.Cell.Truth truth)
            return String.valueOf(truth.value()).toUpperCase(Locale.ROOT);
        if (cell instanceof org.huboutcomes.spreadsheets.model.Cell.Broken broken) return broken.errorValue();
        if (cell instanceof org.huboutcomes.spreadsheets.model.Cell.Number number)
            return number.value().toPlainString();
        return "";
    }
}
