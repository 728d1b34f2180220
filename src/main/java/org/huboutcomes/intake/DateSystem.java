package org.huboutcomes.intake;

import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.DateUtil;

/// The day from which a workbook counts its dates; a workbook made on an old Mac counts from 1904.
enum DateSystem {
    FROM_1900,
    FROM_1904;

    private static final double DAYS_TO_THE_YEAR_10000 = 2_958_466;

    /// A number shown as a date. Excel shows no date for a negative number, so such a number stays one.
    Cell moment(BigDecimal days) {
        double serial = days.doubleValue();
        if (serial < 0 || serial >= DAYS_TO_THE_YEAR_10000) return new Cell.Number(days);
        return new Cell.Moment(DateUtil.getLocalDateTime(serial, this == FROM_1904));
    }
}
