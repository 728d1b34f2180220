package org.huboutcomes.returns;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.text.CellText;
import org.jspecify.annotations.Nullable;

/// How much of one sheet is on another of the same return.
///
/// @param equal rows that are the same in every field
/// @param changed rows that are there with another value, such as a school at another stage
/// @param own rows that are on this sheet alone
/// @param others rows that are on the other alone
/// @param ofAnswers whether the rows are answers, of which another form may use the same ids
record RowOverlap(int equal, int changed, int own, int others, boolean ofAnswers) {

    private static final int HALF = 2;
    /// Of a copy in which few rows differ, at least two thirds are the same.
    private static final int MOST = 3;

    RowOverlap {
        if (equal < 0 || changed < 0 || own < 0 || others < 0) throw new IllegalArgumentException("fewer than no rows");
    }

    /// What a row is compared by.
    ///
    /// @param key what tells it from the others of its sheet
    /// @param unit the school, lead or activity that it is about; null where rows of one unit are many people's
    private record Compared(List<String> key, @Nullable String unit, List<String> all) {}

    static RowOverlap of(ReturnType type, ScreenedSheet sheet, ScreenedSheet other) {
        List<Compared> mine = rows(type, sheet);
        List<Compared> theirs = rows(type, other);
        Map<List<String>, Integer> there = new HashMap<>();
        theirs.forEach(row -> there.merge(row.all(), 1, Integer::sum));
        Set<List<String>> keys = theirs.stream().map(Compared::key).collect(Collectors.toSet());
        Set<String> units = new HashSet<>();
        theirs.forEach(row -> {
            if (row.unit() != null) units.add(row.unit());
        });
        int equal = 0;
        int changed = 0;
        int moved = 0;
        for (Compared row : mine) {
            int left = there.getOrDefault(row.all(), 0);
            if (left > 0) {
                there.put(row.all(), left - 1);
                equal++;
            } else if (keys.contains(row.key())) changed++;
            else if (row.unit() != null && units.contains(row.unit())) moved++;
        }
        // A school may stand at two stages, each on a sheet of its own; it has moved where other rows are the same.
        int differing = equal == 0 ? changed : changed + moved;
        int own = mine.size() - equal - differing;
        int others = Math.max(0, theirs.size() - equal - differing);
        return new RowOverlap(equal, differing, own, others, type.replacement().isOfAnswers());
    }

    private static List<Compared> rows(ReturnType type, ScreenedSheet sheet) {
        ConvertedTable converted = sheet.converted();
        if (converted == null)
            return sheet.claims().stream()
                    .flatMap(claim ->
                            claim.rows().stream().map(row -> compared(type, type.columns(), texts(row.values()))))
                    .toList();
        List<String> columns = converted.columns().stream()
                .map(column -> column.field().name())
                .toList();
        return converted.lines().stream()
                .map(line -> compared(
                        type,
                        columns,
                        line.entries().stream()
                                .map(entry -> CellText.of(entry.cell()))
                                .toList()))
                .toList();
    }

    private static List<String> texts(@Nullable Object[] values) {
        return Arrays.stream(values)
                .map(value -> value == null ? "" : value.toString())
                .toList();
    }

    private static Compared compared(ReturnType type, List<String> columns, List<String> texts) {
        String unit = type.replacement().byUnit() ? null : type.replacement().unit();
        List<String> claim =
                type.claim().stream().map(field -> text(columns, texts, field)).toList();
        List<String> key = Stream.concat(type.claim().stream(), type.primaryKey().stream())
                .map(field -> text(columns, texts, field))
                .toList();
        // Answers without an id are told apart by nothing but what they say.
        boolean unknown =
                type.identity() != null && text(columns, texts, type.identity()).isEmpty();
        String about = unit == null ? "" : text(columns, texts, unit);
        return new Compared(unknown ? texts : key, about.isEmpty() ? null : claim + about, texts);
    }

    private static String text(List<String> columns, List<String> texts, String field) {
        int at = columns.indexOf(field);
        return at < 0 ? "" : texts.get(at);
    }

    /// Whether the two are versions of one sheet: half of the smaller is on the other with some values changed, or all
    /// but few rows of both are the same.
    boolean areVersions() {
        int smaller = equal + changed + Math.min(own, others);
        if (changed > 0 && (!ofAnswers || equal >= changed)) return (equal + changed) * HALF >= smaller;
        return changed == 0 && own > 0 && others > 0 && equal * MOST >= (equal + Math.max(own, others)) * HALF;
    }

    /// Whether any of it is on the other.
    boolean isAny() {
        return equal + changed > 0;
    }
}
