package org.huboutcomes.returns.recognition;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Recognises rows of a table that are not data: totals, repeated headings, notes.
public final class IgnoredRows {

    private static final Pattern TOTAL =
            Pattern.compile("(sub-? ?|(?:\\p{L}+ ){0,2})totals?([ :(-].{0,40})?|n ?=.{0,10}");
    private static final Pattern MEAN =
            Pattern.compile("(?:overall |the )?(?:averages?|means?|median)(?:[ :(].{0,40})?");
    /// "1. Joined late", or at least six words, is a footnote and not a code.
    private static final Pattern FOOTNOTE = Pattern.compile("(?:\\(?\\d{1,2}[.):]|[*†‡]+) ?\\p{L}.*|(?:\\S+ ){5,}\\S+");
    private static final Set<String> CODES = Set.of("code", "reference");
    private static final Pattern NOTE = Pattern.compile("(notes?|source|nb|key)\\b.*|[*†].*");
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2}");
    private static final Pattern LINE = Pattern.compile(" *[-=_+:]{3,} *");
    private static final String LINE_SIGNS = " -=_+:";
    /// A label alone may be an incomplete row.
    private static final Set<String> LABELS =
            Set.of("school", "school_name", "text", "network", "code", "reference", "choice");
    private static final Set<String> NUMBERED = Set.of("school", "urn", "academic_year", "code", "reference");
    private static final int LONGER_THAN_A_VALUE = 60;

    private final RecognisedTable sheet;
    private final BiPredicate<Field, Cell> refused;
    private final Map<Integer, String> headings = new HashMap<>();

    /// @param refused whether a field cannot be read from a cell
    public IgnoredRows(RecognisedTable sheet, BiPredicate<Field, Cell> refused) {
        this.refused = refused;
        this.sheet = sheet;
        sheet.columns()
                .keySet()
                .forEach(c -> headings.put(
                        c, NormalText.key(CellText.of(sheet.heading().cell(c)))));
    }

    /// Whether a row is labelled as a total, whatever else it contains.
    public static boolean saysTotal(Row row) {
        return row.cells().stream().anyMatch(cell -> cell instanceof Cell.Text text && saysTotal(text.text()));
    }

    public boolean isAside(Row row) {
        return row.isBlank() || isRuled(row) || isNote(row) || isTotal(row) || repeatsHeadings(row);
    }

    /// Whether it is a line drawn across the table, as command-line programs do.
    private boolean isRuled(Row row) {
        for (Cell cell : row.cells()) if (!cell.isBlank() && !isLine(cell)) return false;
        return true;
    }

    /// At least three characters, because a single dash is an answer.
    private static boolean isLine(Cell cell) {
        return cell instanceof Cell.Text text
                && LINE_SIGNS.indexOf(text.text().charAt(0)) >= 0
                && LINE.matcher(text.text()).matches();
    }

    /// Whether a row has a single text that does not fit its column, although rows of data have more cells.
    private boolean isNote(Row row) {
        int only = -1;
        for (int column = 0; column < row.cells().size(); column++) {
            if (row.cell(column).isBlank()) continue;
            if (only >= 0) return false;
            only = column;
        }
        if (only < 0 || !(row.cell(only) instanceof Cell.Text)) return false;
        String text = CellText.of(row.cell(only));
        if (text.length() > LONGER_THAN_A_VALUE
                || NOTE.matcher(NormalText.key(text)).matches()) return true;
        Field field = sheet.columns().get(only);
        if (field != null
                && CODES.contains(field.type())
                && needsMore()
                && FOOTNOTE.matcher(text).matches()) return true;
        boolean noAnswer = field == null || !LABELS.contains(field.type()) && refused.test(field, row.cell(only));
        return noAnswer
                && needsMore()
                && text.indexOf(' ') > 0
                && WORDS.matcher(text).find();
    }

    private boolean needsMore() {
        return sheet.columns().values().stream().filter(Field::required).count() > 1;
    }

    /// Whether a row is labelled "Total", in a column for numbers or without a required value.
    private boolean isTotal(Row row) {
        int total = -1;
        for (int column = 0; column < row.cells().size() && total < 0; column++)
            if (row.cell(column) instanceof Cell.Text text && saysTotal(text.text())) total = column;
        if (total < 0) total = mean(row);
        if (total < 0) return false;
        Field totalled = sheet.columns().get(total);
        if (totalled != null && NUMBERED.contains(totalled.type())) return true;
        return sheet.columns().entrySet().stream()
                .anyMatch(column -> column.getValue().required()
                        && row.cell(column.getKey()).isBlank());
    }

    /// The column of "Average" if a row begins with it; otherwise -1, because an answer may be that word.
    private static int mean(Row row) {
        for (int column = 0; column < row.cells().size(); column++) {
            if (row.cell(column).isBlank()) continue;
            return row.cell(column) instanceof Cell.Text text && saysMean(text.text()) ? column : -1;
        }
        return -1;
    }

    private static boolean saysMean(String text) {
        if (text.length() > LONGER_THAN_A_VALUE) return false;
        String key = NormalText.key(text);
        return (key.contains("average") || key.contains("mean") || key.contains("median"))
                && MEAN.matcher(key).matches();
    }

    /// Checks the letters first, because hardly any text has them.
    private static boolean saysTotal(String text) {
        if (text.length() > LONGER_THAN_A_VALUE || text.isEmpty()) return false;
        boolean near = text.contains("otal") || text.contains("OTAL") || "Nn \u00A0".indexOf(text.charAt(0)) >= 0;
        return near && TOTAL.matcher(NormalText.key(text)).matches();
    }

    /// Compares the first cells first, because nearly every row differs there.
    private boolean repeatsHeadings(Row row) {
        for (Map.Entry<Integer, String> heading : headings.entrySet())
            if (!heading.getValue().equals(keyIfText(row.cell(heading.getKey())))) return false;
        return true;
    }

    private static String keyIfText(Cell cell) {
        return cell instanceof Cell.Text ? NormalText.key(CellText.of(cell)) : "";
    }
}
