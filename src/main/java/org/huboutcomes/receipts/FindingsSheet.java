package org.huboutcomes.receipts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.receipts.Receipt.Note;
import org.huboutcomes.receipts.WorkbookStyles.Part;
import org.huboutcomes.returns.findings.HubNote;
import org.huboutcomes.returns.findings.ReplacementChoice;
import org.huboutcomes.returns.recognition.GeneratedParts;
import org.jspecify.annotations.Nullable;

/// The first sheet of a returned workbook: every finding with a link to its cell, and a space for a note next to
/// each query.
final class FindingsSheet {

    private static final List<String> HEADINGS = List.of(
            GeneratedParts.WHERE,
            "Severity",
            "Which row",
            GeneratedParts.FOUND,
            GeneratedParts.ACCEPTED,
            GeneratedParts.HAPPENED,
            "Rule",
            GeneratedParts.NOTE,
            GeneratedParts.KEY);
    // The total is the width of a landscape A4 page at a readable size.
    private static final int[] WIDTHS = {15, 11, 16, 34, 32, 19, 18, 27, 10};
    // More frozen rows would leave no room to scroll.
    private static final int MOST_FROZEN = 12;
    private static final int NOTE = 7;
    private static final int KEY = 8;
    private static final int LONGEST_SHOWN = 400;
    private static final float LINE = 14.5f;
    private static final double LETTERS = 0.88;
    private static final int RULE = 6;

    private final Sheet sheet;
    private final WorkbookStyles dress;
    private final Map<String, String> places;

    /// A line of the sheet: a finding, and the sheet of the file that it is about; null for the whole file.
    private record Told(@Nullable String sheet, Note note) {}

    /// @param places maps the name of a sheet in the receipt to its name in this workbook, if it is there
    FindingsSheet(Sheet sheet, WorkbookStyles dress, Map<String, String> places) {
        this.sheet = sheet;
        this.dress = dress;
        this.places = places;
    }

    /// @param remarks sentences about this workbook itself
    void write(Receipt receipt, List<String> remarks) {
        write(
                receipt,
                remarks,
                "Rows with an error are excluded until they are corrected. Rows with a query are accepted: correct them, or explain them in the column Note.",
                "Correct the cells in this workbook, save it, and send it in again. This sheet and the column of reasons are not read as data.");
    }

    /// @param lead what the findings mean in this workbook, and what to do
    void write(Receipt receipt, List<String> remarks, String... lead) {
        List<Told> told = told(receipt);
        int next = writeTop(receipt, told, remarks, List.of(lead));
        int heading = next + 1;
        Row row = sheet.createRow(heading);
        row.setHeightInPoints(24);
        for (int column = 0; column < HEADINGS.size(); column++)
            dress.put(row.createCell(column), HEADINGS.get(column), Part.HEADING);
        int line = heading;
        for (Told one : told) write(sheet.createRow(++line), one);
        lay(heading, line);
        guardNotes(heading, told);
    }

    /// Errors before queries, each in the order of the file.
    private static List<Told> told(Receipt receipt) {
        List<Told> told = new ArrayList<>();
        receipt.findings().forEach(note -> told.add(new Told(null, note)));
        receipt.sheets().forEach(part -> part.findings().forEach(note -> told.add(new Told(part.sheet(), note))));
        told.sort(Comparator.comparing(one -> !one.note().isError()));
        return told;
    }

    private int writeTop(Receipt receipt, List<Told> told, List<String> remarks, List<String> lead) {
        int line = 0;
        top(line++, "Findings", Part.TITLE).setHeightInPoints(26);
        long errors = told.stream().filter(one -> one.note().isError()).count();
        long explained = told.stream().filter(one -> one.note().note() != null).count();
        String count = EnglishFormat.counted(errors, "error", "errors") + " and "
                + EnglishFormat.counted(told.size() - errors, "query", "queries")
                + (explained == 0 ? "" : ", of which " + explained + " explained");
        top(
                line++,
                receipt.file() + ", taken on " + EnglishFormat.day(LocalDate.parse(receipt.taken())) + ": " + count
                        + ".",
                Part.LEAD);
        for (String sentence : lead) top(line++, sentence, Part.LEAD);
        for (String remark : remarks) top(line++, remark, Part.LEAD);
        hide(sheet.getRow(1), HubNote.correctsKey(receipt.sha256()));
        for (Receipt.Part part : receipt.sheets())
            for (Receipt.Replaces replaces : part.standing().perSlot()) writeReplaced(line++, part, replaces);
        top(line++, GeneratedParts.NOT_READ, Part.ASIDE);
        return line;
    }

    /// Writes what a sheet replaces for a hub and year, next to the cell in which the hub chooses what to do.
    private void writeReplaced(int line, Receipt.Part part, Receipt.Replaces replaces) {
        String text = part.sheet() + ": " + ReplacedText.of(replaces);
        Row row = top(line, text, Part.TEXT);
        sheet.addMergedRegion(new CellRangeAddress(line, line, 0, NOTE - 1));
        int width = Arrays.stream(WIDTHS).limit(NOTE).sum();
        row.setHeightInPoints(Math.max(2, lines(text, (int) (width * LETTERS))) * LINE + 5);
        if (!replaces.asks()) return;
        // The other answer is not kept: if the file is sent again later, it may replace more than intended.
        boolean adds = ReplacementChoice.ADDS.words().equals(replaces.choice());
        dress.put(
                row.createCell(NOTE),
                adds ? ReplacementChoice.ADDS.words() : "",
                replaces.held() ? Part.ERROR : Part.NOTE);
        if (replaces.held()) dress.mark(row.getCell(NOTE), true);
        hide(row, replaces.key());
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation choice = helper.createValidation(
                helper.createExplicitListConstraint(Stream.of(ReplacementChoice.values())
                        .map(ReplacementChoice::words)
                        .toArray(String[]::new)),
                new CellRangeAddressList(line, line, NOTE, NOTE));
        choice.createErrorBox("Choose one of two", "Choose an answer from the list.");
        choice.setShowErrorBox(true);
        choice.setEmptyCellAllowed(true);
        sheet.addValidationData(choice);
    }

    private void hide(Row row, String key) {
        dress.put(row.createCell(KEY), key, Part.LEAD);
    }

    private Row top(int line, String text, Part part) {
        Row row = sheet.createRow(line);
        dress.put(row.createCell(0), text, part);
        return row;
    }

    private void write(Row row, Told told) {
        Note note = told.note();
        Receipt.Parts parts = note.parts();
        String[] texts = {
            where(told),
            severity(note),
            note.rowKey() == null ? (note.row() == 0 ? "" : "row " + note.row()) : note.rowKey(),
            parts.found(),
            Objects.requireNonNullElse(parts.accepted(), ""),
            Objects.requireNonNullElse(parts.action(), ""),
            note.rule(),
            Objects.requireNonNullElse(note.note(), ""),
            Objects.requireNonNullElse(note.key(), "")
        };
        Part[] looks = {
            Part.TEXT,
            note.isError() ? Part.ERROR : note.note() == null ? Part.QUERY : Part.EXPLAINED,
            Part.TEXT,
            Part.TEXT,
            Part.TEXT,
            Part.TEXT,
            Part.CODE,
            note.key() == null ? Part.NO_NOTE : Part.NOTE,
            Part.TEXT
        };
        int lines = 1;
        for (int column = 0; column < texts.length; column++) {
            boolean whole = column >= NOTE;
            String shown = whole ? texts[column] : shortened(texts[column]);
            dress.put(row.createCell(column), shown, looks[column]);
            if (column != KEY && column != RULE)
                lines = Math.max(lines, lines(shown, (int) (WIDTHS[column] * LETTERS)));
        }
        row.setHeightInPoints(Math.min(lines * LINE + 5, 400));
        link(row.getCell(0), told);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "\u2026" : text;
    }

    /// The number of lines of a text wrapped between words. This is an estimate, because there is no screen to
    /// measure it on.
    static int lines(String text, int width) {
        int lines = 1;
        int used = 0;
        for (String word : text.split(" ")) {
            int length = Math.max(1, word.length());
            if (used > 0 && used + 1 + length > width) {
                lines++;
                used = 0;
            }
            lines += Math.max(0, (length - 1) / width);
            used += length + 1;
        }
        return lines;
    }

    private static String where(Told told) {
        if (told.sheet() == null) return "The whole file";
        return told.note().cell() == null
                ? told.sheet()
                : told.sheet() + "!" + told.note().cell();
    }

    private static String severity(Note note) {
        return note.isError() ? "Error" : note.note() == null ? "Query" : "Query, explained";
    }

    private void link(Cell cell, Told told) {
        String place = told.sheet() == null ? null : places.get(told.sheet());
        if (place == null) return;
        Hyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        String address = told.note().cell() == null ? "A1" : told.note().cell();
        link.setAddress("'" + place.replace("'", "''") + "'!" + address);
        cell.setHyperlink(link);
        cell.setCellStyle(dress.style(Part.LINK));
    }

    private void lay(int heading, int last) {
        for (int column = 0; column < WIDTHS.length; column++) sheet.setColumnWidth(column, WIDTHS[column] * 256);
        sheet.setColumnHidden(KEY, true);
        sheet.setDisplayGridlines(false);
        if (heading < MOST_FROZEN) sheet.createFreezePane(0, heading + 1);
        sheet.setAutoFilter(new CellRangeAddress(heading, Math.max(heading, last), 0, NOTE));
        sheet.setRepeatingRows(new CellRangeAddress(heading, heading, -1, -1));
        sheet.setFitToPage(true);
        // POI swaps the two settings in a workbook of the old format.
        sheet.setAutobreaks(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        margins(sheet);
    }

    static void margins(Sheet sheet) {
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.setMargin(PageMargin.TOP, 0.5);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
        Footer footer = sheet.getFooter();
        footer.setLeft("&F, &A");
        footer.setRight("Page &P of &N");
    }

    /// Allows no text in the note cells of errors: a note cannot explain an error and would be lost.
    private void guardNotes(int heading, List<Told> told) {
        int errors = (int) told.stream().filter(one -> one.note().isError()).count();
        if (errors == 0) return;
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation none = helper.createValidation(
                helper.createTextLengthConstraint(OperatorType.EQUAL, "0", null),
                new CellRangeAddressList(heading + 1, heading + errors, NOTE, NOTE));
        none.createErrorBox("No note here", "An error cannot be explained. Correct its cell.");
        none.setShowErrorBox(true);
        none.setEmptyCellAllowed(true);
        sheet.addValidationData(none);
    }
}
