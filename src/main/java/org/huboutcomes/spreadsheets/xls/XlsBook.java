package org.huboutcomes.spreadsheets.xls;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.CellFills;
import org.huboutcomes.spreadsheets.model.DateSystem;
import org.huboutcomes.spreadsheets.model.MergedCells;
import org.huboutcomes.spreadsheets.model.NumberFormat;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.huboutcomes.spreadsheets.model.ReadOperation;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.RowBuilder;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.jspecify.annotations.Nullable;

/// A workbook in the binary format of Excel 97 to 2003 (.xls), with at most 65,536 rows; it is loaded whole.
public final class XlsBook implements Book {

    // A loaded .xls takes about ten times its file size.
    private static final long BYTES = 20_000_000;
    private static final int COLUMNS = 256;

    private final String name;
    private final ReadBudget budget;
    private final HSSFWorkbook workbook;
    private final DateSystem dates;

    private XlsBook(HSSFWorkbook workbook, String name, ReadBudget budget) {
        this.workbook = workbook;
        this.name = name;
        this.budget = budget;
        boolean from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
        this.dates = from1904 ? DateSystem.FROM_1904 : DateSystem.FROM_1900;
    }

    public static XlsBook open(Path file, String name, ReadBudget budget) throws UnreadableException, IOException {
        if (file.toFile().length() > BYTES) throw UnreadableException.tooLarge(name);
        try (POIFSFileSystem storage = new POIFSFileSystem(file.toFile(), true)) {
            if (storage.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY))
                throw UnreadableException.encrypted(name);
            if (storage.getRoot().hasEntryCaseInsensitive("Book")) throw UnreadableException.oldWorkbook(name);
            if (storage.getRoot().hasEntryCaseInsensitive("WordDocument")) throw UnreadableException.oldDocument(name);
            if (!storage.getRoot().hasEntryCaseInsensitive("Workbook")) throw UnreadableException.notASpreadsheet(name);
            return new XlsBook(new HSSFWorkbook(storage), name, budget);
        }
    }

    @Override
    public List<Sheet> sheets() {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .<Sheet>mapToObj(XlsSheet::new)
                .toList();
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            // Only read, so a failure to close loses nothing.
        }
    }

    private Cell read(org.apache.poi.ss.usermodel.Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> new Cell.Text(cell.getRichStringCellValue().getString());
            case BOOLEAN -> new Cell.Truth(cell.getBooleanCellValue());
            case ERROR ->
                new Cell.Broken(FormulaError.forInt(cell.getErrorCellValue()).getString());
            case NUMERIC -> number(cell);
            default -> Cell.BLANK;
        };
    }

    private Cell number(org.apache.poi.ss.usermodel.Cell cell) {
        double value = cell.getNumericCellValue();
        if (!Double.isFinite(value)) return new Cell.Broken(FormulaError.NUM.getString());
        BigDecimal number = NumberFormat.shown(plain(value));
        String format = NumberFormat.orNull(cell.getCellStyle().getDataFormatString());
        return format != null && NumberFormat.isDate(format)
                ? dates.moment(number, format)
                : new Cell.Number(number, format);
    }

    /// The number as an .xlsx stores it: 36, not 36.0.
    private static BigDecimal plain(double value) {
        BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private final class XlsSheet implements Sheet {

        private final int index;

        XlsSheet(int index) {
            this.index = index;
        }

        @Override
        public String name() {
            return workbook.getSheetName(index);
        }

        @Override
        public boolean hidden() {
            return workbook.getSheetVisibility(index) != SheetVisibility.VISIBLE;
        }

        @Override
        public MergedCells merged() throws UnreadableException {
            return ReadOperation.of(name + " > " + name(), () -> {
                MergedCells merged = new MergedCells();
                for (CellRangeAddress range : workbook.getSheetAt(index).getMergedRegions())
                    merged.add(range.getFirstRow() + 1, range.getLastRow() + 1, range.getFirstColumn());
                return merged;
            });
        }

        @Override
        public CellFills fills() {
            CellFills fills = new CellFills();
            for (org.apache.poi.ss.usermodel.Row row : workbook.getSheetAt(index))
                for (org.apache.poi.ss.usermodel.Cell cell : row)
                    if (cell.getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND
                            && cell.getCellStyle().getFillForegroundColorColor() instanceof HSSFColor colour) {
                        short[] parts = colour.getTriplet();
                        fills.put(
                                row.getRowNum() + 1, cell.getColumnIndex(), parts[0] << 16 | parts[1] << 8 | parts[2]);
                    }
            return fills;
        }

        @Override
        public Rows rows() {
            return new XlsRows(workbook.getSheetAt(index), name + " > " + name());
        }
    }

    private final class XlsRows implements Rows {

        private final String place;
        private final RowBuilder line;
        private final HSSFSheet sheet;
        private final Iterator<org.apache.poi.ss.usermodel.Row> rows;

        XlsRows(HSSFSheet sheet, String place) {
            this.place = place;
            this.line = new RowBuilder(place, budget);
            this.sheet = sheet;
            this.rows = sheet.rowIterator();
        }

        @Override
        public @Nullable Row next() throws UnreadableException {
            return ReadOperation.of(place, () -> Optional.ofNullable(readRow())).orElse(null);
        }

        private @Nullable Row readRow() throws UnreadableException, ReadBudget.Late {
            while (rows.hasNext()) {
                org.apache.poi.ss.usermodel.Row row = rows.next();
                for (org.apache.poi.ss.usermodel.Cell cell : row) line.put(cell.getColumnIndex(), read(cell));
                Row read = line.take(row.getRowNum() + 1, row.getZeroHeight());
                if (read != null) return read;
            }
            return null;
        }

        @Override
        public BitSet hiddenColumns() {
            BitSet hidden = new BitSet();
            for (int column = 0; column < COLUMNS; column++) hidden.set(column, sheet.isColumnHidden(column));
            return hidden;
        }

        @Override
        public void close() {}
    }
}
