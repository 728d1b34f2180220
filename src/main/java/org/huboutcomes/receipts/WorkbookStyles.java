package org.huboutcomes.receipts;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.huboutcomes.files.CsvInjection;
import org.huboutcomes.spreadsheets.xlsx.XmlEscapes;
import org.jspecify.annotations.Nullable;

/// The styles of our additions to a workbook. Each is created only once, because a workbook has a maximum number of
/// styles.
final class WorkbookStyles {

    /// The parts of what we add.
    enum Part {
        TITLE,
        LEAD,
        ASIDE,
        HEADING,
        TEXT,
        CODE,
        LINK,
        ERROR,
        QUERY,
        EXPLAINED,
        REASON,
        LONG_REASON,
        REASONS_HEADING,
        NOTE,
        NO_NOTE,
        OPEN,
        DAY,
        PLAIN,
        COLUMN_HEADING,
        HINT
    }

    // The maximum number of characters in a cell of either format. In the newer format, escapes count too.
    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    private record Marked(short style, boolean error) {}

    private final Workbook workbook;
    private final Map<Part, CellStyle> styles = new EnumMap<>(Part.class);
    private final Map<Marked, CellStyle> marked = new HashMap<>();
    private final Map<Short, CellStyle> quoted = new HashMap<>();

    WorkbookStyles(Workbook workbook) {
        this.workbook = workbook;
    }

    CellStyle style(Part part) {
        return styles.computeIfAbsent(part, this::make);
    }

    /// Writes a text so that no program takes it for a formula.
    void put(Cell cell, String text, Part part) {
        put(cell, text, style(part));
    }

    void put(Cell cell, String text, CellStyle style) {
        cell.setCellValue(held(text));
        cell.setCellStyle(
                CsvInjection.isDangerous(text)
                        ? quoted.computeIfAbsent(style.getIndex(), index -> quoted(style))
                        : style);
    }

    private String held(String text) {
        boolean old = workbook instanceof HSSFWorkbook;
        String held = old ? text : XmlEscapes.encoded(text);
        // If escapes make a text too long, the characters they stand for are removed: they are shown as blanks
        // anyway.
        if (held.length() > LONGEST) held = old ? text : XmlEscapes.withoutForbidden(text);
        return held.length() > LONGEST ? held.substring(0, LONGEST - 1) + "\u2026" : held;
    }

    private CellStyle quoted(CellStyle style) {
        CellStyle quoted = workbook.createCellStyle();
        quoted.cloneStyleFrom(style);
        quoted.setQuotePrefixed(true);
        // Excel uses the quote prefix to mark a text; LibreOffice uses the format.
        quoted.setDataFormat(workbook.createDataFormat().getFormat("@"));
        return quoted;
    }

    /// Adds a fill and a border to a cell and keeps the rest of its style: solid for an error, dashed for a query.
    void mark(Cell cell, boolean error) {
        CellStyle before = cell.getCellStyle();
        cell.setCellStyle(marked.computeIfAbsent(new Marked(before.getIndex(), error), none -> {
            CellStyle style = workbook.createCellStyle();
            style.cloneStyleFrom(before);
            (error ? Colours.PALE_PLUM : Colours.PALE_AMBER).fill(style, workbook);
            (error ? Colours.PLUM : Colours.AMBER)
                    .frame(style, error ? BorderStyle.MEDIUM : BorderStyle.DASHED, workbook);
            return style;
        }));
    }

    /// Whether a cell still has a mark from an earlier returned workbook.
    boolean isMarked(Cell cell) {
        CellStyle style = cell.getCellStyle();
        return style.getBorderTop() == BorderStyle.MEDIUM && Colours.PALE_PLUM.fills(style, workbook)
                || style.getBorderTop() == BorderStyle.DASHED && Colours.PALE_AMBER.fills(style, workbook);
    }

    private CellStyle make(Part part) {
        return switch (part) {
            case TITLE -> text(font(16, true, Colours.BLUE), false);
            case LEAD -> text(font(11, false, Colours.GREY), false);
            case ASIDE -> text(font(10, false, Colours.GREY), false);
            case HEADING -> heading();
            case TEXT -> ruled(text(font(11, false, null), true));
            case CODE -> ruled(text(font(8, false, Colours.GREY), true));
            case LINK -> ruled(text(link(), true));
            case ERROR -> framed(Colours.PALE_PLUM, Colours.PLUM, BorderStyle.MEDIUM);
            case QUERY -> framed(Colours.PALE_AMBER, Colours.AMBER, BorderStyle.DASHED);
            case EXPLAINED -> framed(Colours.PALE_GREEN, Colours.GREEN, BorderStyle.DOTTED);
            case REASON -> text(font(10, false, Colours.PLUM), false);
            case LONG_REASON -> text(font(10, false, Colours.PLUM), true);
            case REASONS_HEADING -> filled(text(font(10, true, Colours.PLUM), false), Colours.PALE_PLUM);
            case HINT -> text(font(9, false, Colours.GREY), true);
            case NOTE -> note();
            case NO_NOTE -> ruled(filled(text(font(11, false, Colours.GREY), true), Colours.PALE_GREY));
            case OPEN -> open();
            case DAY -> day();
            case PLAIN -> text(font(10, false, null), false);
            case COLUMN_HEADING -> filled(text(font(10, true, Colours.BLUE), false), Colours.PALE_BLUE);
        };
    }

    private CellStyle text(Font font, boolean wrapped) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(wrapped);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setAlignment(HorizontalAlignment.LEFT);
        return style;
    }

    private CellStyle heading() {
        CellStyle style = filled(text(font(11, true, Colours.WHITE), true), Colours.BLUE);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private CellStyle framed(Colours fill, Colours ink, BorderStyle line) {
        CellStyle style = filled(text(font(11, true, ink), true), fill);
        style.setIndention((short) 1);
        ink.frame(style, line, workbook);
        return style;
    }

    private CellStyle note() {
        CellStyle style = text(font(11, false, null), true);
        Colours.BLUE.frame(style, BorderStyle.THIN, workbook);
        style.setLocked(false);
        return style;
    }

    /// The style of an unlocked cell without a visible frame.
    private CellStyle open() {
        CellStyle style = text(font(11, false, null), true);
        style.setLocked(false);
        return style;
    }

    private CellStyle day() {
        CellStyle style = text(font(10, false, null), false);
        style.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
        return style;
    }

    private CellStyle filled(CellStyle style, Colours fill) {
        fill.fill(style, workbook);
        return style;
    }

    private CellStyle ruled(CellStyle style) {
        Colours.RULE_GREY.frame(style, BorderStyle.THIN, workbook);
        return style;
    }

    private Font link() {
        Font font = font(11, false, Colours.BLUE);
        font.setUnderline(Font.U_SINGLE);
        return font;
    }

    private Font font(int points, boolean bold, @Nullable Colours ink) {
        Font font = workbook.createFont();
        font.setFontName("Arial");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        if (ink != null) ink.write(font, workbook);
        return font;
    }
}
