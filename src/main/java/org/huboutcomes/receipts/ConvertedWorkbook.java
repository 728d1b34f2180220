package org.huboutcomes.receipts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.receipts.Receipt.Note;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.conversion.ConvertedTable.Remark;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.jspecify.annotations.Nullable;

/// The workbook that is returned if a sheet is close to a return but cannot be read as one. It lists what was
/// guessed and what is missing, then has the closest returns filled with the analyst's rows, and then copies of the
/// original sheets, which are not read again.
final class ConvertedWorkbook {

    private final XSSFWorkbook workbook;
    private final WorkbookStyles dress;
    private final ReturnTypes types;

    ConvertedWorkbook(XSSFWorkbook workbook, ReturnTypes types) {
        this.workbook = workbook;
        this.dress = new WorkbookStyles(workbook);
        this.types = types;
    }

    /// @param book the analyst's file
    void write(Book book, List<ConvertedTable> tables, Receipt receipt) throws UnreadableException {
        XSSFSheet findings = workbook.createSheet("Findings");
        DropDownLists choices = new DropDownLists(workbook);
        Map<String, String> places = new HashMap<>();
        List<Receipt.Part> parts = new ArrayList<>();
        List<String> taken = book.sheets().stream().map(Sheet::name).toList();
        int position = 1;
        for (List<ConvertedTable> alike : byReturn(tables)) {
            ReturnType type = alike.get(0).type();
            XSSFSheet sheet = workbook.createSheet(name(type.title(), taken));
            workbook.setSheetOrder(sheet.getSheetName(), position++);
            ConvertedSheet converted = new ConvertedSheet(sheet, dress, choices, types, alike);
            List<Note> notes = notes(alike, converted);
            converted.fill(notes);
            places.put(sheet.getSheetName(), sheet.getSheetName());
            parts.add(new Receipt.Part(
                    sheet.getSheetName(),
                    type.name(),
                    null,
                    null,
                    receipt.status(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    notes,
                    asked(receipt, alike)));
        }
        // Sheets that were read are only copies in this workbook, so their findings are listed here too.
        receipt.sheets().stream()
                .filter(part -> !part.status().equals("converted"))
                .forEach(parts::add);
        new FindingsSheet(findings, dress, places)
                .write(
                        said(receipt, parts),
                        remarks(tables),
                        "Nothing was loaded. An error is missing or wrong; a query is a guess, accepted unless you change it.",
                        "Fill in or correct what is marked, save this workbook and send it in. The sheets behind are your own and are not read again.");
        Map<String, ConvertedTable> bySheet = tables.stream()
                .collect(Collectors.toMap(ConvertedTable::sheet, Function.identity(), (one, same) -> one));
        OwnSheets own = new OwnSheets(workbook, dress, types);
        for (Sheet sheet : book.sheets()) own.copy(sheet, Optional.ofNullable(bySheet.get(sheet.name())));
        choices.sign();
        workbook.setActiveSheet(0);
        workbook.setSelectedTab(0);
    }

    /// What the hub has to confirm for these sheets, so that one more round is enough.
    private static Receipt.Standing asked(Receipt receipt, List<ConvertedTable> alike) {
        List<Receipt.Replaces> asked = receipt.sheets().stream()
                .filter(part -> alike.stream().anyMatch(table -> table.sheet().equals(part.sheet())))
                .flatMap(part -> part.standing().perSlot().stream())
                .filter(Receipt.Replaces::asks)
                .collect(Collectors.toMap(
                        Receipt.Replaces::key, Function.identity(), (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        return new Receipt.Standing(0, 0, 0, null, Map.of(), null, Map.of(), asked);
    }

    private static List<List<ConvertedTable>> byReturn(List<ConvertedTable> tables) {
        Map<String, List<ConvertedTable>> byReturn = new LinkedHashMap<>();
        tables.forEach(table -> byReturn.computeIfAbsent(table.type().name(), none -> new ArrayList<>())
                .add(table));
        return List.copyOf(byReturn.values());
    }

    private String name(String title, List<String> taken) {
        String safe = WorkbookUtil.createSafeSheetName(title.substring(0, Math.min(27, title.length())));
        String name = safe;
        for (int n = 2; isTaken(name, taken) || workbook.getSheet(name) != null; n++) name = safe + " " + n;
        return name;
    }

    private static boolean isTaken(String name, List<String> taken) {
        return taken.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static Receipt said(Receipt receipt, List<Receipt.Part> parts) {
        return new Receipt(
                receipt.file(),
                receipt.sha256(),
                receipt.status(),
                receipt.taken(),
                null,
                null,
                receipt.findings(),
                parts,
                List.of());
    }

    private static List<String> remarks(List<ConvertedTable> tables) {
        return tables.stream()
                .map(table -> "Sheet " + table.sheet() + " was not read. It is converted to "
                        + table.type().title() + ": amber cells are guesses, plum cells are missing or wrong.")
                .toList();
    }

    private List<Note> notes(List<ConvertedTable> alike, ConvertedSheet converted) {
        List<Note> notes = new ArrayList<>();
        for (ConvertedTable table : alike)
            for (Remark remark : table.remarks()) {
                CellReference place = converted.place(table, remark);
                Note note = note(table, remark, place);
                if (notes.stream().noneMatch(note::equals)) notes.add(note);
            }
        return notes;
    }

    /// The location in the analyst's own sheet, because its rows may be at different positions here.
    private static String inOwn(ConvertedTable table, Remark remark, String found) {
        if (remark.row() == 0) return found;
        String at = remark.cell() == null ? "row " + remark.row() : remark.cell();
        String where = "Your sheet \"" + table.sheet() + "\", " + at + ". ";
        return where + found;
    }

    private Note note(ConvertedTable table, Remark remark, @Nullable CellReference place) {
        String cell = place == null ? null : place.formatAsString(false);
        int row = place == null ? 0 : place.getRow() + 1;
        Finding finding = types.rules()
                .at(
                        remark.rule(),
                        row,
                        cell,
                        remark.field() == null ? null : remark.field().name(),
                        remark.value(),
                        remark.words());
        String found = inOwn(table, remark, finding.text().filled(finding.text().found(), finding.value()));
        String accepted = finding.text().filled(finding.text().accepted(), finding.value());
        String action = finding.text().filled(finding.text().action(), finding.value());
        return new Note(
                finding.rule(),
                finding.severity().word(),
                cell,
                finding.value(),
                String.join(" ", found, accepted, action),
                new Receipt.Parts(found, accepted, action),
                null,
                row,
                null,
                null);
    }
}
