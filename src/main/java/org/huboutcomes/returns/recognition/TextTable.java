package org.huboutcomes.returns.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// A small table in a text of a form, read row by row: each row becomes lines with the meaning of its numbers, so
/// that they are found as in sentences. Two columns give "Developing: 7"; more give "2022/23 – Developing: 7,
/// Embedding: 10" with their headings. If the columns are years, each gives a line: "2022/23 – Developing: 7".
final class TextTable {

    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern YEAR = Pattern.compile("(?i)(?:AY ?)?(?:20)?(\\d\\d) ?[/\u2013-] ?(?:20)?(\\d\\d)");

    private final @Nullable Row headings;
    private Row last;

    private TextTable(Row first) {
        this.headings = isWide(first) && isOfHeadings(first) ? first : null;
        this.last = first;
    }

    /// The table that this row continues or begins.
    static TextTable with(@Nullable TextTable before, Row row) {
        if (before == null || !before.goesOn(row)) return new TextTable(row);
        before.last = row;
        return before;
    }

    private boolean goesOn(Row row) {
        if (row.layout() == null || last.layout() == null) return row.number() == last.number() + 1;
        return !row.layout().inTable().isEmpty()
                && row.layout().inTable().equals(last.layout().inTable());
    }

    /// The lines of the last row.
    List<String> lines() {
        List<Integer> filled = new ArrayList<>();
        for (int column = 0; column < last.cells().size(); column++)
            if (!last.cell(column).isBlank()) filled.add(column);
        List<Integer> values = filled.subList(1, filled.size());
        if (headings == null
                || last.equals(headings)
                || filled.get(0) > RowCells.column(headings, 0)
                || values.stream().anyMatch(column -> heading(column).isEmpty())
                || values.stream()
                        .noneMatch(column -> DIGIT.matcher(text(column)).find()))
            return List.of(filled.stream()
                    .map(column -> column.equals(filled.get(0)) || last.equals(headings)
                            ? withFullYear(text(column))
                            : text(column))
                    .collect(Collectors.joining(filled.size() == 2 ? ": " : ", ")));
        String label = withFullYear(text(filled.get(0)));
        if (values.stream().allMatch(column -> isYear(heading(column))))
            return values.stream()
                    .map(column -> heading(column) + " \u2013 " + label + ": " + text(column))
                    .toList();
        return List.of(label + " \u2013 "
                + values.stream()
                        .map(column -> heading(column) + ": " + text(column))
                        .collect(Collectors.joining(", ")));
    }

    private String text(int column) {
        return CellText.of(last.cell(column)).strip();
    }

    private String heading(int column) {
        return headings == null
                ? ""
                : withFullYear(CellText.of(headings.cell(column)).strip());
    }

    /// A year as written in sentences: "21/22" and "AY 2021-22" become 2021/22.
    private static String withFullYear(String text) {
        Matcher year = YEAR.matcher(text);
        if (!year.matches()) return text;
        int first = Integer.parseInt(year.group(1));
        int second = Integer.parseInt(year.group(2));
        return second == (first + 1) % 100 ? "20%02d/%02d".formatted(first, second) : text;
    }

    private static boolean isWide(Row row) {
        for (int column = 2; column < row.cells().size(); column++)
            if (!row.cell(column).isBlank()) return true;
        return false;
    }

    /// Whether a row has only words or years, and no digits in its first cell.
    private static boolean isOfHeadings(Row row) {
        for (int column = 0; column < row.cells().size(); column++) {
            String text = CellText.of(row.cell(column)).strip();
            if (DIGIT.matcher(text).find() && (column == 0 || !isYear(text))) return false;
        }
        return true;
    }

    private static boolean isYear(String text) {
        return YEAR.matcher(text).matches();
    }
}
