package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.huboutcomes.returns.recognition.GeneratedParts;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.jspecify.annotations.Nullable;

/// The context of the sheets of a file: its name, and sheets without tables, such as a front sheet.
public final class Surroundings {

    private static final int MOST_SHEETS = 40;
    private static final int ROWS_OF_A_FRONT = 15;

    private final String fileName;
    private final List<Sheet> sheets;
    private final Predicate<List<Row>> isTable;
    private @Nullable List<List<Text>> fronts;

    /// A text and where it was found.
    record Text(String text, String source) {}

    /// @param isTable whether a sheet with these first rows has the headings of a return
    public Surroundings(String fileName, List<Sheet> sheets, Predicate<List<Row>> isTable) {
        this.fileName = fileName;
        this.sheets = List.copyOf(sheets);
        this.isTable = isTable;
    }

    /// Whether the file has one sheet.
    public boolean isOneSheet() {
        return sheets.size() == 1;
    }

    /// The name of the file, or of the sheet's file in a zip, without its extension.
    Text fileName(String sheet) {
        boolean member = isMember(sheet);
        String path = member ? sheet : fileName;
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String plain = name.replaceFirst("(?i)(\\.(xlsx|xlsm|xls|csv|tsv|docx|zip))+$", "")
                .replaceAll("(?<!\\d)(20\\d{2})_(20\\d{2}|\\d{2})(?!\\d|_\\d)", "$1-$2")
                .replaceAll("[()\\[\\]{}_]|(?<=[\\p{L}\\p{N}])\\.(?=\\p{L}|20\\d\\d)", " ");
        return new Text(plain, "the name of the file");
    }

    /// Whether the sheet is from a CSV file or such a member of a zip, so that it has the name of the file.
    private boolean isMember(String sheet) {
        return sheet.equals(fileName) || sheet.indexOf('/') >= 0 || sheet.matches("(?i).+\\.(csv|tsv|xlsx|xlsm|xls)");
    }

    /// The name of a sheet, if it is not just the name of its file.
    Optional<Text> sheetName(String sheet) {
        return isMember(sheet) ? Optional.empty() : Optional.of(new Text(sheet, "the name of the sheet"));
    }

    /// The texts of each sheet without tables. Hidden sheets are omitted: they are lists of choices or drafts.
    List<List<Text>> fronts() {
        if (fronts == null) {
            List<List<Text>> all = new ArrayList<>();
            if (sheets.size() > 1 && sheets.size() <= MOST_SHEETS)
                for (Sheet sheet : sheets) if (!isMember(sheet.name()) && !sheet.hidden()) all.add(front(sheet));
            fronts = all;
        }
        return fronts;
    }

    private List<Text> front(Sheet sheet) {
        List<Row> first = new ArrayList<>();
        try (Rows rows = sheet.rows()) {
            for (Row row = rows.next(); row != null && first.size() < ROWS_OF_A_FRONT; row = rows.next())
                if (!row.isBlank()) first.add(row);
        } catch (UnreadableException alreadyTold) {
            return List.of();
        }
        if (isTable.test(first) || GeneratedParts.isSheet(first)) return List.of();
        return first.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell instanceof Cell.Text)
                .map(CellText::of)
                .filter(text -> !text.isEmpty())
                .map(text -> new Text(text, "the sheet " + sheet.name()))
                .toList();
    }
}
