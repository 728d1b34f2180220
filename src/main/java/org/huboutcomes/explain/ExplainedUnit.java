package org.huboutcomes.explain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that a figure counts: a school, a lead, an activity, a row.
///
/// @param reference identifies the same unit in every year
/// @param what its printed name
/// @param place the file, sheet and cells that it was counted from; null if it is not in a row
/// @param fateAfter for a school that is followed, what happened to it in the following year; otherwise null
public record ExplainedUnit(
        String reference,
        String what,
        @Nullable String place,
        double numerator,
        double denominator,
        double n,
        @Nullable String fateAfter) {

    static ExplainedUnit of(Map<String, Object> row) {
        Object file = row.get("file_name");
        Object rows = row.get("rows");
        String more = rows instanceof Number number && number.longValue() > 1
                ? " and " + (number.longValue() - 1) + " more rows"
                : "";
        return new ExplainedUnit(
                String.valueOf(row.get("reference")),
                String.valueOf(row.get("what")),
                file == null
                        ? null
                        : file + " > " + row.get("sheet")
                                + (row.get("cells") == null ? "" : " > " + row.get("cells") + more),
                number(row.get("numerator")),
                number(row.get("denominator")),
                number(row.get("n")),
                row.get("fate_after") == null ? null : String.valueOf(row.get("fate_after")));
    }

    private static double number(@Nullable Object count) {
        return count instanceof Number number ? number.doubleValue() : 0;
    }
}
