package org.huboutcomes.reports.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.files.ReproducibleZip;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumns;

/// A workbook that follows the rules for accessible spreadsheets: a first sheet of notes, one marked table per
/// sheet below its title, frozen headings, no merged cells, no empty rows.
final class PackWorkbook {

    /// The row of the headings, below the title and the description of the sheet.
    private static final int HEADINGS = 2;

    private static final int WIDEST = 44;

    /// A heading of several words is wrapped at this many characters.
    private static final int WIDEST_HEADING = 18;

    /// The number of characters of a readable line on A4, and the height of a line in points.
    private static final int A4_HOLDS = 200;

    private static final int LINE = 15;

    /// The maximum height of a row in points.
    private static final int TALLEST = 409;
    private static final int TEXT_MAX = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    private final String title;
    private final List<String> about;
    private final List<PackTable> tables;
    private final LocalDate day;
    private final SXSSFWorkbook book = new Unpacked();
    private final CellStyle heading = style(true, 14);
    private final CellStyle text = style(false, 11);
    private final CellStyle wrapped = style(false, 11);
    private final CellStyle column = style(true, 11);
    private final Map<Column.Kind, CellStyle> numbers = new EnumMap<>(Column.Kind.class);

    /// Written without compression, because it is rewritten at once and only then compressed.
    private static final class Unpacked extends SXSSFWorkbook {

        Unpacked() {
            super(new XSSFWorkbook(), 100, false, false);
        }

        @Override
        protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
            ZipArchiveOutputStream zip = super.createArchiveOutputStream(out);
            zip.setLevel(Deflater.NO_COMPRESSION);
            return zip;
        }
    }

    PackWorkbook(String title, List<String> about, List<PackTable> tables, LocalDate day) {
        this.title = title;
        this.about = about;
        this.tables = tables;
        this.day = day;
        wrapped.setWrapText(true);
        column.setWrapText(true);
        column.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        column.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        column.setBorderBottom(BorderStyle.THIN);
        for (Column.Kind kind : List.of(Column.Kind.COUNT, Column.Kind.VALUE)) {
            CellStyle number = style(false, 11);
            number.setDataFormat(book.createDataFormat().getFormat(kind.format));
            number.setAlignment(HorizontalAlignment.RIGHT);
            numbers.put(kind, number);
        }
    }

    @SuppressWarnings("deprecation")
    byte[] bytes() {
        try {
            properties();
            notes();
            for (int i = 0; i < tables.size(); i++) sheet(tables.get(i), i + 1);
            // Java's own zip reader does not understand POI's default for streamed workbooks.
            book.setZip64Mode(Zip64Mode.AsNeeded);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return ReproducibleZip.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            // Deletes only the temporary files, with a method that POI deprecates: closing would write everything
            // again.
            book.dispose();
        }
    }

    private void properties() {
        POIXMLProperties.CoreProperties core =
                book.getXSSFWorkbook().getProperties().getCoreProperties();
        Optional<Date> date =
                Optional.of(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setTitle(title);
        core.setCreator("hub-outcomes");
        core.setCreated(date);
        core.setModified(date);
        core.getUnderlyingProperties().setLanguageProperty("en-GB");
    }

    private void notes() throws IOException {
        SXSSFSheet sheet = book.createSheet("About");
        for (int i = 0; i < about.size(); i++) write(sheet.createRow(i), 0, about.get(i), i == 0 ? heading : text);
        sheet.setColumnWidth(0, 125 * 256);
        printed(sheet);
        // Flushed sheet by sheet, because POI writes them in a different order each time.
        sheet.flushRows();
    }

    private void sheet(PackTable table, int number) throws IOException {
        SXSSFSheet sheet = book.createSheet(table.name());
        int[] widths = widths(table);
        for (int i = 0; i < widths.length; i++) sheet.setColumnWidth(i, widths[i] * 256);
        write(sheet.createRow(0), 0, table.title(), heading);
        sheet.getRow(0).setHeightInPoints(2 * LINE);
        write(sheet.createRow(1), 0, "The table begins in the row below. " + about.get(1) + ".", text);
        Row headings = sheet.createRow(HEADINGS);
        headings.setHeightInPoints(LINE * linesOfHeadings(table, widths));
        for (int i = 0; i < table.columns().size(); i++)
            write(headings, i, table.columns().get(i).heading(), column);
        for (int i = 0; i < table.rows().size(); i++) row(sheet.createRow(HEADINGS + 1 + i), table, i);
        sheet.createFreezePane(0, HEADINGS + 1);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setRepeatingRows(new CellRangeAddress(HEADINGS, HEADINGS, -1, -1));
        printed(sheet);
        if (Arrays.stream(widths).sum() > A4_HOLDS) sheet.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
        sheet.flushRows();
        mark(table, number);
    }

    /// Prints the sheet at page width, with its title and the page number on each page.
    private void printed(SXSSFSheet sheet) {
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        // An ampersand begins a code in a header, so it is doubled.
        sheet.getHeader().setLeft(title.replace("&", "&&"));
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("Page &P of &N");
    }

    private void row(Row row, PackTable table, int index) {
        List<Object> cells = table.rows().get(index);
        int longest =
                cells.stream().mapToInt(cell -> cell.toString().length()).max().orElse(0);
        if (longest > WIDEST) row.setHeightInPoints(Math.min(TALLEST, LINE * (1 + longest / (WIDEST - 6))));
        for (int i = 0; i < cells.size(); i++) {
            Column.Kind kind = table.columns().get(i).kind();
            if (cells.get(i) instanceof Number number) {
                Cell cell = row.createCell(i);
                cell.setCellValue(number.doubleValue());
                cell.setCellStyle(numbers.getOrDefault(kind, text));
            } else {
                String words = cells.get(i).toString();
                boolean isSymbol = kind != Column.Kind.TEXT;
                write(
                        row,
                        i,
                        words,
                        isSymbol ? numbers.getOrDefault(kind, text) : words.length() > WIDEST ? wrapped : text);
            }
        }
    }

    private static void write(Row row, int at, String words, CellStyle style) {
        Cell cell = row.createCell(at);
        cell.setCellValue(words.length() > TEXT_MAX ? words.substring(0, TEXT_MAX - 1) + "\u2026" : words);
        cell.setCellStyle(style);
    }

    /// A line has fewer characters than its column is wide, because words are not broken.
    private static int linesOfHeadings(PackTable table, int[] widths) {
        int lines = 2;
        for (int i = 0; i < widths.length; i++)
            lines = Math.max(lines, 1 + table.columns().get(i).heading().length() / Math.max(1, widths[i] - 5));
        return lines;
    }

    private static int[] widths(PackTable table) {
        int[] widths = new int[table.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] =
                    Math.min(WIDEST_HEADING, table.columns().get(i).heading().length() + 4);
            for (List<Object> row : table.rows())
                widths[i] = Math.max(
                        widths[i], Math.min(WIDEST, row.get(i).toString().length() + 2));
        }
        return widths;
    }

    /// The table is marked by hand, because the headings of a streamed sheet have been flushed when POI would read
    /// them.
    private void mark(PackTable table, int number) {
        int last = table.columns().size() - 1;
        XSSFTable marked = book.getXSSFWorkbook()
                .getSheetAt(number)
                .createTable(new AreaReference(
                        new CellReference(HEADINGS, 0),
                        new CellReference(HEADINGS + Math.max(1, table.rows().size()), last),
                        SpreadsheetVersion.EXCEL2007));
        String name = table.name().replace(' ', '_');
        marked.setName(name);
        marked.setDisplayName(name);
        CTTable xml = marked.getCTTable();
        xml.setHeaderRowCount(1);
        xml.addNewAutoFilter().setRef(marked.getArea().formatAsString());
        CTTableColumns columns = xml.getTableColumns();
        for (int i = 0; i <= last; i++)
            columns.getTableColumnArray(i).setName(table.columns().get(i).heading());
        xml.addNewTableStyleInfo().setName("TableStyleLight1");
        xml.getTableStyleInfo().setShowRowStripes(true);
    }

    private CellStyle style(boolean bold, int size) {
        Font font = book.createFont();
        font.setFontName("Arial");
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }
}
