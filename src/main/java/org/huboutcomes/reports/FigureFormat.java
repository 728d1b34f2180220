package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.huboutcomes.publish.Quantity;
import org.huboutcomes.publish.Symbol;

/// Prints figures: British format, rounded half up, with a true minus sign, and symbols if there is no number.
final class FigureFormat {

    static final String NO_CHANGE = "No change";

    private FigureFormat() {}

    static String value(BigDecimal value, String unit) {
        return value(new Quantity.Amount(value), unit);
    }

    static String value(Quantity quantity, String unit) {
        Quantity printed = quantity.printed(places(quantity, unit));
        return printed instanceof Quantity.Amount amount
                ? rounded(amount.value(), unit)
                : symbol(((Quantity.SymbolOnly) printed).symbol());
    }

    /// Within a sentence, a value that rounds to zero is written in words.
    static String said(Quantity quantity, String unit) {
        return quantity.printed(places(quantity, unit)).equals(new Quantity.SymbolOnly(Symbol.LOW))
                ? "nearly " + rounded(BigDecimal.ZERO, unit)
                : value(quantity, unit);
    }

    private static int places(Quantity quantity, String unit) {
        return places(quantity instanceof Quantity.Amount amount ? amount.value() : BigDecimal.ZERO, unit);
    }

    private static String rounded(BigDecimal value, String unit) {
        return switch (unit) {
            case "percent" -> number(value, 1) + "%";
            case "points" -> signed(value, 1);
            case "score", "per 100" -> number(value, 1);
            case "ratio" -> number(value, 2);
            default -> number(value, value.scale());
        };
    }

    static String count(Quantity quantity) {
        return value(quantity, "count");
    }

    static String symbol(Symbol symbol) {
        return symbol.code();
    }

    static String change(BigDecimal points, String unit) {
        int places = unit.equals("ratio") ? 2 : 1;
        BigDecimal change = round(points, places);
        if (change.signum() == 0) return NO_CHANGE;
        return signed(change, places) + (unit.equals("percent") || unit.equals("points") ? " points" : "");
    }

    /// The number of decimals for a unit.
    static int places(BigDecimal value, String unit) {
        return switch (unit) {
            case "percent", "points", "score", "per 100" -> 1;
            case "ratio" -> 2;
            default -> value.stripTrailingZeros().scale() > 0 ? 1 : 0;
        };
    }

    static String signed(BigDecimal value, int places) {
        return (round(value, places).signum() > 0 ? "+" : "") + number(value, places);
    }

    static String number(BigDecimal value, int places) {
        DecimalFormat format = new DecimalFormat(places == 0 ? "#,##0" : "#,##0." + "0".repeat(places), symbols());
        return format.format(round(value, places)).replace('-', '\u2212');
    }

    /// 202223 as 2022/23.
    static String year(int timePeriod) {
        return timePeriod / 100 + "/" + String.format(Locale.UK, "%02d", timePeriod % 100);
    }

    private static BigDecimal round(BigDecimal value, int places) {
        return value.setScale(places, RoundingMode.HALF_UP);
    }

    private static DecimalFormatSymbols symbols() {
        return DecimalFormatSymbols.getInstance(Locale.UK);
    }
}
