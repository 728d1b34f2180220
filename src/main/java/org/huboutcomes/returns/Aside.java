package org.huboutcomes.returns;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.huboutcomes.intake.Cell;
import org.huboutcomes.intake.Row;

/// Recognises the rows that people put into a table and that are no data: totals, repeated headings, notes.
final class Aside {

    private static final Pattern TOTAL = Pattern.compile("(grand |sub-? ?)?totals?([ :].{0,30})?|n ?=.{0,10}");
    private static final Pattern NOTE = Pattern.compile("(notes?|source|nb|key)\\b.*|[*†].*");
    private static final int LONGER_THAN_A_VALUE = 60;

    private final Recognised sheet;
    private final Map<Integer, String> headings = new HashMap<>();

    Aside(Recognised sheet) {
        this.sheet = sheet;
        sheet.columns()
                .keySet()
                .forEach(c ->
                        headings.put(c, Words.key(CellText.of(sheet.heading().cell(c)))));
    }

    boolean isAside(Row row) {
        return row.isBlank() || isNote(row) || isTotal(row) || repeatsHeadings(row);
    }

    private static boolean isNote(Row row) {
        if (row.cells().stream().filter(cell -> !cell.isBlank()).count() != 1) return false;
        String only = firstText(row);
        return only.length() > LONGER_THAN_A_VALUE
                || NOTE.matcher(Words.key(only)).matches();
    }

    /// A row that says "Total" first, and does not fill what every row of the return must fill.
    private boolean isTotal(Row row) {
        String first = firstText(row);
        if (first.length() > LONGER_THAN_A_VALUE
                || !TOTAL.matcher(first.toLowerCase(Locale.ROOT)).matches()) return false;
        return sheet.columns().entrySet().stream()
                .anyMatch(column -> column.getValue().required()
                        && row.cell(column.getKey()).isBlank());
    }

    /// Nearly every row differs in its first cells, so most rows cost one comparison.
    private boolean repeatsHeadings(Row row) {
        for (Map.Entry<Integer, String> heading : headings.entrySet())
            if (!heading.getValue().equals(keyIfText(row.cell(heading.getKey())))) return false;
        return true;
    }

    private static String keyIfText(Cell cell) {
        return cell instanceof Cell.Text ? Words.key(CellText.of(cell)) : "";
    }

    private static String firstText(Row row) {
        return row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .filter(Cell.Text.class::isInstance)
                .map(CellText::of)
                .orElse("");
    }
}
