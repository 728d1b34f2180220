package org.huboutcomes.returns;

import org.huboutcomes.intake.Cell;
import org.huboutcomes.intake.Guarded;

/// A cell's content as text, with the blanks that nobody sees taken off.
final class CellText {

    private CellText() {}

    static String of(Cell cell) {
        if (cell instanceof Cell.Text text) return clean(Guarded.undone(text.text()));
        if (cell instanceof Cell.Number number)
            return number.value().stripTrailingZeros().toPlainString();
        if (cell instanceof Cell.Moment moment)
            return moment.value().toLocalDate().toString();
        if (cell instanceof Cell.Truth truth) return truth.value() ? "TRUE" : "FALSE";
        if (cell instanceof Cell.Broken broken) return broken.errorValue();
        return "";
    }

    /// Most cells need nothing taken off, so look before replacing.
    private static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '\u00A0' || c >= '\u200B' && c <= '\u200D' || c == '\uFEFF' || Character.isSurrogate(c))
                return cleaned(text);
        }
        return text.strip();
    }

    /// Half a surrogate pair is no character, and no file or store takes it.
    private static String cleaned(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean invisible =
                    c >= '\u200B' && c <= '\u200D' || c == '\uFEFF' || Character.getType(c) == Character.SURROGATE;
            boolean blank = c == '\u00A0' || c < ' ' || Character.isWhitespace(c);
            if (!invisible && !(blank && endsBlank(kept))) kept.appendCodePoint(blank ? ' ' : c);
        });
        return kept.toString().strip();
    }

    private static boolean endsBlank(StringBuilder text) {
        return text.length() > 0 && text.charAt(text.length() - 1) == ' ';
    }
}
