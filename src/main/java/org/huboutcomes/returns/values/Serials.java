package org.huboutcomes.returns.values;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;

/// Reads dates and times without their format: the days since 1900 that a spreadsheet stores for them.
final class Serials {

    private static final Pattern NUMBER = Pattern.compile("\\d{5}(?:\\.\\d{1,17})?");
    // The years 1950 to 2100: a number outside them is not a date in a return.
    private static final int FIRST = 18_264;
    private static final int LAST = 73_415;
    private static final int DIGITS = 5;

    private Serials() {}

    static Optional<LocalDateTime> moment(Cell cell) {
        if (!(cell instanceof Cell.Number) && !(cell instanceof Cell.Text)) return Optional.empty();
        String text = CellText.of(cell);
        // Nearly every date is written with separators, which its third character shows.
        if (text.length() < DIGITS || text.charAt(2) < '0' || text.charAt(2) > '9') return Optional.empty();
        if (!NUMBER.matcher(text).matches()) return Optional.empty();
        double days = Double.parseDouble(text);
        return days < FIRST || days > LAST
                ? Optional.empty()
                : Optional.of(DateUtil.getLocalDateTime(days, false, true));
    }
}
