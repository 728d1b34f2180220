package org.huboutcomes.spreadsheets.model;

import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.DateUtil;

/// The day from which a workbook counts dates: 1900, or 1904 in workbooks from an old Mac.
public enum DateSystem {
    FROM_1900,
    FROM_1904;

    private static final double DAYS_TO_THE_YEAR_10000 = 2_958_466;

    /// A number formatted as a date. Excel shows no date for a negative number, so it stays a number.
    ///
    /// @param format the number format of the cell
    public Cell moment(BigDecimal days, String format) {
        double serial = days.doubleValue();
        if (serial < 0 || serial >= DAYS_TO_THE_YEAR_10000) return new Cell.Number(days, format);
        return new Cell.Moment(DateUtil.getLocalDateTime(serial, this == FROM_1904), format);
    }
}
