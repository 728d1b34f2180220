package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.reports.chart.ChartMark;
import org.jspecify.annotations.Nullable;

/// Reads one row of a published table.
final class PublishedRow {

    private static final String DASH = "\u2013";

    private PublishedRow() {}

    static String text(Map<String, Object> row, String column) {
        Object found = row.get(column);
        if (found == null)
            throw new CatalogueFault("A published table of the report has no " + column + ": " + row.keySet());
        return found.toString();
    }

    /// Whether the row has the value that a plan or a trigger requires; numbers are compared by value.
    static boolean is(Map<String, Object> row, Map.Entry<String, Object> wanted) {
        List<?> values = wanted.getValue() instanceof List<?> several ? several : List.of(wanted.getValue());
        String found = String.valueOf(row.get(wanted.getKey()));
        return values.stream().map(String::valueOf).anyMatch(found::equals);
    }

    static int whole(Map<String, Object> row, String column) {
        return Integer.parseInt(text(row, column));
    }

    /// A percentage with its limits, if the row has them.
    static ChartMark share(Map<String, Object> row) {
        BigDecimal value = new BigDecimal(text(row, "value"));
        return new ChartMark(
                value.doubleValue(),
                number(row, "value_lower_ci"),
                number(row, "value_upper_ci"),
                FigureFormat.value(value, "percent"));
    }

    static String limits(Map<String, Object> row) {
        return limits(share(row));
    }

    static String limits(ChartMark share) {
        Double lower = share.lower();
        Double upper = share.upper();
        if (lower == null || upper == null) return DASH;
        return FigureFormat.value(BigDecimal.valueOf(lower), "percent") + " to "
                + FigureFormat.value(BigDecimal.valueOf(upper), "percent");
    }

    private static @Nullable Double number(Map<String, Object> row, String column) {
        Object found = row.get(column);
        return found == null ? null : Double.valueOf(found.toString());
    }
}
