package org.huboutcomes.returns;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;

/// Finds ids that a spreadsheet has converted to numbers: it keeps 15 digits, and shows long ids as `1.14246E+11`.
final class LostDigits {

    private static final Pattern EXPONENT = Pattern.compile("\\d+([.,]\\d+)?[eE]\\+?\\d{1,3}");
    private static final BigDecimal SIXTEEN_DIGITS = BigDecimal.TEN.pow(15);

    private LostDigits() {}

    static boolean in(Cell cell) {
        if (cell instanceof Cell.Number number) return number.value().abs().compareTo(SIXTEEN_DIGITS) >= 0;
        return cell instanceof Cell.Text && EXPONENT.matcher(CellText.of(cell)).matches();
    }
}
