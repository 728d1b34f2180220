package org.huboutcomes.receipts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.huboutcomes.receipts.Receipt.Note;
import org.huboutcomes.receipts.WorkbookStyles.Part;
import org.huboutcomes.returns.recognition.GeneratedParts;
import org.huboutcomes.returns.recognition.SheetLayout;
import org.jspecify.annotations.Nullable;

/// The analyst's own workbook with findings marked in the cells, beside the rows and on a separate sheet.
/// Everything else is unchanged.
final class MarkedWorkbook {

    private static final int NONE = -1;
    private static final int REASONS_WIDTH = 90 * 256;

    private final Workbook workbook;
    private final WorkbookStyles dress;
    private final Map<String, SheetLayout> layouts = new HashMap<>();

    MarkedWorkbook(Workbook workbook, List<SheetLayout> layouts) {
        this.workbook = workbook;
        this.dress = new WorkbookStyles(workbook);
        layouts.forEach(layout -> this.layouts.put(layout.sheet(), layout));
    }

    void tell(Receipt receipt) {
        takeAwayOurSheets();
        Map<String, List<Note>> notes = new HashMap<>();
        // A sheet with two tables has two parts in the receipt.
        receipt.sheets()
                .forEach(part -> notes.computeIfAbsent(part.sheet(), none -> new ArrayList<>())
                        .addAll(part.findings()));
        Map<String, String> places = new HashMap<>();
        List<String> remarks = withhold();
        for (Sheet sheet : workbook) {
            SheetLayout layout = layouts.get(sheet.getSheetName());
            if (layout == null || !layout.isReturn()) continue;
            places.put(sheet.getSheetName(), sheet.getSheetName());
            tell(sheet, layout, notes.getOrDefault(sheet.getSheetName(), List.of()));
        }
        new FindingsSheet(first(), dress, places).write(receipt, remarks);
    }

    private List<String> withhold() {
        List<String> remarks = new ArrayList<>();
        boolean guarded = layouts.values().stream().anyMatch(SheetLayout::isGuarded);
        Names names = Names.of(List.copyOf(layouts.values()));
        if (!names.isEmpty())
            remarks.add("In this copy the names of people are replaced by the references that were stored for them.");
        int addresses = 0;
        for (Sheet sheet : workbook) {
            SheetLayout layout = layouts.get(sheet.getSheetName());
            if (layout != null && layout.isReturn())
                Redaction.columns(sheet, layout).ifPresent(remarks::add);
            else if (guarded) remarks.add(Redaction.whole(sheet));
            Redaction redaction = new Redaction(dress, names);
            if (layout != null) redaction.people(sheet, layout);
            addresses += redaction.addresses(sheet);
        }
        Redaction.saidOfAddresses(addresses).ifPresent(remarks::add);
        return remarks;
    }

    private void takeAwayOurSheets() {
        for (int i = workbook.getNumberOfSheets() - 1; i >= 0; i--) {
            SheetLayout layout = layouts.get(workbook.getSheetName(i));
            if (layout != null && layout.ours() && workbook.getNumberOfSheets() > 1) workbook.removeSheetAt(i);
        }
    }

    /// Names that apply to one sheet, such as its print area, refer to it by position.
    private Sheet first() {
        String name = "Findings";
        for (int n = 2; workbook.getSheet(name) != null; n++) name = "Findings " + n;
        Map<Name, Integer> positions = new HashMap<>();
        for (Name local : workbook.getAllNames())
            if (local.getSheetIndex() >= 0) positions.put(local, local.getSheetIndex());
        Sheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
        workbook.setSheetOrder(sheet.getSheetName(), 0);
        positions.forEach((local, position) -> local.setSheetIndex(position + 1));
        workbook.setActiveSheet(0);
        workbook.setSelectedTab(0);
        for (int i = 1; i < workbook.getNumberOfSheets(); i++)
            workbook.getSheetAt(i).setSelected(false);
        return sheet;
    }

    private void tell(Sheet sheet, SheetLayout layout, List<Note> notes) {
        CellComments remarks = new CellComments(sheet);
        // A form has no rows to put reasons beside; the cells beside its labels are answers.
        int reasons = layout.tables().isEmpty() ? NONE : reasonsColumn(sheet, layout);
        forget(sheet, layout, remarks, reasons);
        if (notes.isEmpty()) return;
        Map<String, List<Note>> byCell = new TreeMap<>();
        Map<Integer, List<Note>> byRow = new TreeMap<>();
        for (Note note : notes) {
            if (note.cell() != null)
                byCell.computeIfAbsent(note.cell(), none -> new ArrayList<>()).add(note);
            if (note.row() > 0)
                byRow.computeIfAbsent(note.row(), none -> new ArrayList<>()).add(note);
        }
        byCell.forEach((address, said) -> {
            Cell cell = cell(sheet, new CellReference(address));
            dress.mark(cell, said.stream().anyMatch(Note::isError));
            remarks.put(cell, said);
        });
        if (reasons == NONE) return;
        for (SheetLayout.Table table : layout.tables())
            dress.put(
                    row(sheet, table.heading() - 1).createCell(reasons), GeneratedParts.REASONS, Part.REASONS_HEADING);
        sheet.setColumnWidth(reasons, REASONS_WIDTH);
        sheet.setColumnHidden(reasons, false);
        byRow.forEach((number, said) -> {
            if (!layout.isHeading(number))
                dress.put(row(sheet, number - 1).createCell(reasons), RowReasons.of(said), Part.REASON);
        });
    }

    /// The column of reasons of an earlier return, or else the first unused column.
    private static int reasonsColumn(Sheet sheet, SheetLayout layout) {
        int free = 0;
        for (SheetLayout.Table table : layout.tables())
            for (Cell cell : row(sheet, table.heading() - 1))
                if (isText(cell, GeneratedParts.REASONS)) return cell.getColumnIndex();
        for (Row row : sheet)
            for (Cell cell : row)
                if (cell.getCellType() != CellType.BLANK) free = Math.max(free, cell.getColumnIndex() + 1);
        return free;
    }

    /// Removes the marks of an earlier returned workbook, because they are written again or no longer apply.
    private void forget(Sheet sheet, SheetLayout layout, CellComments remarks, int reasons) {
        remarks.clear();
        boolean before = reasons == NONE
                || layout.tables().stream()
                        .anyMatch(table ->
                                isText(row(sheet, table.heading() - 1).getCell(reasons), GeneratedParts.REASONS));
        if (!before) return;
        int first = reasons == NONE ? 0 : layout.tables().get(0).heading() - 1;
        for (Row row : sheet) {
            if (reasons != NONE && row.getRowNum() >= first && row.getCell(reasons) != null)
                row.removeCell(row.getCell(reasons));
            for (Cell cell : row) if (dress.isMarked(cell)) cell.setCellStyle(asBesides(sheet, cell));
        }
    }

    /// Takes the original style of a marked cell, which is not stored, from the nearest unmarked cell of its
    /// column.
    private CellStyle asBesides(Sheet sheet, Cell cell) {
        for (int step : new int[] {1, -1})
            for (int i = cell.getRowIndex() + step; i >= 0 && i <= sheet.getLastRowNum(); i += step) {
                Row row = sheet.getRow(i);
                Cell near = row == null ? null : row.getCell(cell.getColumnIndex());
                if (near != null && !dress.isMarked(near)) return near.getCellStyle();
            }
        CellStyle bare = workbook.createCellStyle();
        bare.cloneStyleFrom(cell.getCellStyle());
        bare.setFillPattern(FillPatternType.NO_FILL);
        bare.setBorderTop(org.apache.poi.ss.usermodel.BorderStyle.NONE);
        bare.setBorderBottom(org.apache.poi.ss.usermodel.BorderStyle.NONE);
        bare.setBorderLeft(org.apache.poi.ss.usermodel.BorderStyle.NONE);
        bare.setBorderRight(org.apache.poi.ss.usermodel.BorderStyle.NONE);
        return bare;
    }

    private static boolean isText(@Nullable Cell cell, String text) {
        return cell != null
                && cell.getCellType() == CellType.STRING
                && cell.getStringCellValue().strip().equals(text);
    }

    private static Row row(Sheet sheet, int index) {
        Row row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }

    private static Cell cell(Sheet sheet, CellReference place) {
        return row(sheet, place.getRow()).getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }
}
