package org.huboutcomes.receipts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.CommentsTable;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.returns.conversion.People;
import org.huboutcomes.returns.recognition.SheetLayout;
import org.huboutcomes.returns.text.PersonalData;
import org.huboutcomes.returns.text.PersonalText;
import org.huboutcomes.returns.text.TitledNames;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTAuthors;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/// Removes parts of a workbook that may name people: columns that are not read (their headings stay, so that the
/// analyst sees what is left out), sheets that are not read if a return of the file may name people, and email
/// addresses everywhere.
final class Redaction {

    // The old format stores a letter in one or two bytes. Shorter matches could be found by chance in any picture.
    private static final Pattern OLD_ADDRESS = Pattern.compile("[\\w.+-]{2,64}@[\\w-]{2,63}(?:\\.[\\w-]{2,63})+"
            + "|(?:[\\w.+-]\\x00){2,64}@\\x00(?:[\\w-]\\x00){2,63}(?:\\.\\x00(?:[\\w-]\\x00){2,63})+");

    private static final Pattern HEADER = Pattern.compile("(<(?:odd|even|first)(?:Header|Footer)>)([^<]*)");
    private static final Pattern HEADER_PART = Pattern.compile("(?=&amp;[LCR])|(?<=&amp;[LCR])");
    private static final Pattern PROMPT = Pattern.compile("(\\b(?:prompt|promptTitle|error|errorTitle)=\")([^\"]*)\"");

    private final WorkbookStyles dress;
    private final Names names;

    Redaction(WorkbookStyles dress, Names names) {
        this.dress = dress;
        this.names = names;
    }

    /// Replaces the people that a sheet names by pseudonyms.
    void people(Sheet sheet, SheetLayout layout) {
        layout.people().forEach((address, pseudonym) -> {
            CellReference place = new CellReference(address);
            Row row = sheet.getRow(place.getRow());
            Cell cell = row == null ? null : row.getCell(place.getCol());
            if (cell != null) put(cell, pseudonym);
        });
    }

    private void put(Cell cell, String text) {
        if (cell.getCellType() == CellType.FORMULA) cell.setBlank();
        forgetInline(cell);
        dress.put(cell, text, cell.getCellStyle());
    }

    /// An inline text, which is not among the shared texts, would otherwise stay in the cell next to the new one.
    private static void forgetInline(Cell cell) {
        if (!(cell instanceof XSSFCell own)) return;
        CTCell kept = own.getCTCell();
        if (kept.getT() == STCellType.INLINE_STR) kept.unsetT();
        if (kept.isSetIs()) kept.unsetIs();
    }

    /// Empties the personal columns of a sheet that was read.
    ///
    /// @return a sentence about it, if anything was left out
    static Optional<String> columns(Sheet sheet, SheetLayout layout) {
        if (!layout.isGuarded()) return Optional.empty();
        for (Row row : sheet)
            for (Cell cell : cells(row)) if (layout.isWithheld(row.getRowNum() + 1, cell.getColumnIndex())) empty(cell);
        sheet.getCellComments().forEach((address, comment) -> {
            if (layout.isWithheld(address.getRow() + 1, address.getColumn())) comment.setString(text(sheet, ""));
        });
        return said(sheet.getSheetName(), layout, (heading, column) -> {
            Row row = sheet.getRow(heading - 1);
            Cell cell = row == null ? null : row.getCell(column);
            return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
        });
    }

    /// Empties a sheet that was not read.
    static String whole(Sheet sheet) {
        List<Row> rows = new ArrayList<>();
        sheet.forEach(rows::add);
        for (Row row : rows) {
            cells(row).forEach(Redaction::empty);
            sheet.removeRow(row);
        }
        return "Sheet " + sheet.getSheetName()
                + " is emptied in this copy, because it is not read and could name people.";
    }

    /// Removes addresses from every cell, comment and link of a sheet. The replacement is read as what was stored
    /// for the address.
    ///
    /// @return the number of cells changed
    int addresses(Sheet sheet) {
        Set<CellAddress> changed = new HashSet<>();
        for (Row row : sheet) for (Cell cell : cells(row)) if (isWithoutAddresses(cell)) changed.add(cell.getAddress());
        // A comment or a link may be on an empty cell.
        sheet.getCellComments().forEach((address, comment) -> {
            String said = comment.getString() == null ? "" : comment.getString().getString();
            String without = names.without(PersonalText.without(said));
            if (without.equals(said)) return;
            comment.setString(text(sheet, without));
            changed.add(address);
        });
        return changed.size();
    }

    private static RichTextString text(Sheet sheet, String text) {
        return sheet.getWorkbook().getCreationHelper().createRichTextString(text);
    }

    private boolean isWithoutAddresses(Cell cell) {
        boolean changed = false;
        boolean formula = cell.getCellType() == CellType.FORMULA;
        CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (type == CellType.STRING) {
            String text = cell.getStringCellValue();
            String without = TitledNames.without(names.withoutFull(text));
            if (PersonalData.isIn(text) || formula && PersonalData.isIn(cell.getCellFormula())) {
                put(cell, PersonalData.coded(without));
                changed = true;
            } else if (!without.equals(text)) put(cell, without);
        }
        if (cell.getHyperlink() != null
                && PersonalData.isIn(String.valueOf(cell.getHyperlink().getAddress()))) {
            cell.removeHyperlink();
            changed = true;
        }
        return changed;
    }

    /// Removes addresses from a part of a workbook that has no cells: a header, a prompt, a text box, a link.
    static InputStream part(Names names, String name, InputStream content) throws IOException {
        if (!name.matches("(?i).*\\.(xml|rels|vml)")) return content;
        // An address is plain text in any encoding, and all other bytes are left unchanged.
        String markup = new String(content.readAllBytes(), ISO_8859_1);
        return new ByteArrayInputStream(
                withoutInPrompts(names, names.withoutInMarkup(PersonalData.withoutInMarkup(markup)))
                        .getBytes(ISO_8859_1));
    }

    /// Replaces names, including first names alone, in the prompts that Excel shows while a cell is filled in.
    private static String withoutInPrompts(Names names, String markup) {
        String headed =
                markup.contains("Header>") || markup.contains("Footer>") ? withoutInHeaders(names, markup) : markup;
        if (!headed.contains("<dataValidation ")) return headed;
        return PROMPT.matcher(headed).replaceAll(found -> {
            String said = new String(found.group(2).getBytes(ISO_8859_1), UTF_8);
            String without = names.without(TitledNames.without(said));
            return Matcher.quoteReplacement(found.group(1) + new String(without.getBytes(UTF_8), ISO_8859_1) + "\"");
        });
    }

    /// Replaces names in the left, middle and right part of a header or footer, which may name the author.
    private static String withoutInHeaders(Names names, String markup) {
        return HEADER.matcher(markup).replaceAll(header -> {
            String said = new String(header.group(2).getBytes(ISO_8859_1), UTF_8);
            String without = Stream.of(HEADER_PART.split(said))
                    .map(part -> names.without(TitledNames.without(People.withoutNames(part))))
                    .collect(Collectors.joining());
            return Matcher.quoteReplacement(header.group(1) + new String(without.getBytes(UTF_8), ISO_8859_1));
        });
    }

    /// Redacts each email address in a workbook of the old format, decoded with one character per byte. The length
    /// stays the same, because offsets must not change.
    static String crossedOut(String bytes) {
        return OLD_ADDRESS.matcher(bytes).replaceAll(found -> found.group().replaceAll("[^\0]", "x"));
    }

    /// Blanks what a workbook still has of emptied cells, because texts are stored separately from cells.
    static void leftovers(XSSFWorkbook workbook) {
        SharedTexts.blankUnused(workbook);
        for (Sheet sheet : workbook)
            for (POIXMLDocumentPart part : ((XSSFSheet) sheet).getRelations())
                if (part instanceof CommentsTable comments)
                    forgetAuthors(comments.getCTComments().getAuthors());
    }

    private static void forgetAuthors(CTAuthors authors) {
        for (int author = 0; author < authors.sizeOfAuthorArray(); author++)
            if (!authors.getAuthorArray(author).equals(CellComments.AUTHOR)) authors.setAuthorArray(author, "");
    }

    static Optional<String> saidOfAddresses(int cells) {
        return cells == 0
                ? Optional.empty()
                : Optional.of("In this copy " + EnglishFormat.counted(cells, "cell is", "cells are")
                        + " without the e-mail address, telephone number or IP address that stood there.");
    }

    private static void empty(Cell cell) {
        if (cell.getCellComment() != null) cell.removeCellComment();
        if (cell.getCellType() != CellType.BLANK) {
            if (cell.getHyperlink() != null) cell.removeHyperlink();
            forgetInline(cell);
            cell.setBlank();
        }
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        row.forEach(cells::add);
        return cells;
    }

    /// @param headingOf gives the heading for a row number and a column
    static Optional<String> said(String sheet, SheetLayout layout, BiFunction<Integer, Integer, String> headingOf) {
        Set<String> all = new LinkedHashSet<>();
        for (SheetLayout.Table table : layout.tables())
            for (int column : new TreeSet<>(table.withheld())) {
                String heading = headingOf.apply(table.heading(), column).strip();
                if (!heading.isEmpty()) all.add(PersonalData.without(heading));
            }
        if (all.isEmpty()) return Optional.empty();
        List<String> headings = List.copyOf(all);
        String named = headings.size() <= 8
                ? String.join(", ", headings)
                : String.join(", ", headings.subList(0, 8)) + " and " + (headings.size() - 8) + " more";
        return Optional.of("On sheet " + sheet
                + " these columns are emptied in this copy, because they are not read and could name people: " + named
                + ".");
    }
}
