package org.huboutcomes.returns.text;

import java.math.BigDecimal;
import org.huboutcomes.files.ControlChars;
import org.huboutcomes.files.CsvInjection;
import org.huboutcomes.spreadsheets.model.Cell;

/// A cell's content as text, without invisible blanks at its ends.
public final class CellText {

    private static final int MOST_ZEROS = 30;

    private CellText() {}

    public static String of(Cell cell) {
        if (cell instanceof Cell.Text text) return clean(CsvInjection.undone(text.text()));
        if (cell instanceof Cell.Number number) return plain(number.value().stripTrailingZeros());
        if (cell instanceof Cell.Moment moment)
            return moment.value().toLocalDate().toString();
        if (cell instanceof Cell.Truth truth) return truth.value() ? "TRUE" : "FALSE";
        if (cell instanceof Cell.Broken broken) return broken.errorValue();
        return "";
    }

    /// Uses an exponent for what would otherwise be a long row of zeros.
    private static String plain(BigDecimal number) {
        return Math.abs(number.scale()) > MOST_ZEROS ? number.toString() : number.toPlainString();
    }

    /// Checks before replacing, because most cells need no change.
    private static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= '\u007f' && (ControlChars.isBlank(c) || ControlChars.isMark(c))) return cleaned(text);
        }
        return text.strip();
    }

    /// Half a surrogate pair is not a valid character, and files and databases reject it.
    private static String cleaned(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> !ControlChars.isMark(c)).forEach(c -> {
            boolean blank = ControlChars.isBlank(c);
            if (!(blank && endsBlank(kept))) kept.appendCodePoint(blank ? ' ' : c);
        });
        return kept.toString().strip();
    }

    private static boolean endsBlank(StringBuilder text) {
        return text.length() > 0 && text.charAt(text.length() - 1) == ' ';
    }
}
