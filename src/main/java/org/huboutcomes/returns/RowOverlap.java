package org.huboutcomes.returns;

import java.util.ArrayList;
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

/// How many rows of one sheet are on another sheet of the same return.
///
/// @param equal rows that are the same in every field
/// @param changed rows of this sheet that are on the other with another value, such as a school at another stage
/// @param own rows that are only on this sheet
/// @param changedThere rows of the other sheet that are on this sheet with another value
/// @param others rows that are only on the other sheet
/// @param ofAnswers whether the rows are survey answers: another form may use the same ids for them
record RowOverlap(int equal, int changed, int own, int changedThere, int others, boolean ofAnswers) {

    private static final int HALF = 2;
    /// In a copy with a few changed rows, at least two thirds are the same.
    private static final int MOST = 3;

    RowOverlap {
        if (equal < 0 || changed < 0 || own < 0 || changedThere < 0 || others < 0)
            throw new IllegalArgumentException("fewer than no rows");
    }

    /// The values by which rows are compared.
    ///
    /// @param key identifies the row in its sheet
    /// @param unit the school, lead or activity of the row; null if rows of one unit belong to many people
    private record Compared(List<String> key, @Nullable String unit, List<String> all) {}

    static RowOverlap of(ReturnType type, ScreenedSheet sheet, ScreenedSheet other) {
        List<Compared> mine = rows(type, sheet);
        List<Compared> theirs = rows(type, other);
        List<Compared> mineLeft = without(mine, theirs);
        List<Compared> theirsLeft = without(theirs, mine);
        int equal = mine.size() - mineLeft.size();
        int changed = changed(mineLeft, theirs, equal > 0);
        int changedThere = changed(theirsLeft, mine, equal > 0);
        return new RowOverlap(
                equal,
                changed,
                mineLeft.size() - changed,
                changedThere,
                theirsLeft.size() - changedThere,
                type.replacement().isOfAnswers());
    }

    /// The rows that are not also among the others with the same value in every field.
    private static List<Compared> without(List<Compared> rows, List<Compared> others) {
        Map<List<String>, Integer> there = new HashMap<>();
        others.forEach(row -> there.merge(row.all(), 1, Integer::sum));
        List<Compared> left = new ArrayList<>();
        for (Compared row : rows) if (there.merge(row.all(), -1, Integer::sum) < 0) left.add(row);
        return left;
    }

    /// Counts the rows that are among the others with another value.
    ///
    /// @param moved whether to count a school at another stage: it may be at two stages, each on its own sheet,
    /// and has moved only if other rows are the same
    private static int changed(List<Compared> rows, List<Compared> others, boolean moved) {
        Set<List<String>> keys = others.stream().map(Compared::key).collect(Collectors.toSet());
        Set<String> units = new HashSet<>();
        others.forEach(row -> {
            if (row.unit() != null) units.add(row.unit());
        });
        return (int) rows.stream()
                .filter(row -> keys.contains(row.key()) || moved && row.unit() != null && units.contains(row.unit()))
                .count();
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
        // Without a key, a row is identified by all its values.
        if (type.primaryKey().isEmpty()) return new Compared(texts, null, texts);
        String unit = type.replacement().byUnit() ? null : type.replacement().unit();
        List<String> claim =
                type.claim().stream().map(field -> text(columns, texts, field)).toList();
        List<String> key = Stream.concat(type.claim().stream(), type.primaryKey().stream())
                .map(field -> text(columns, texts, field))
                .toList();
        // Answers without an id can only be distinguished by their values.
        boolean unknown =
                type.identity() != null && text(columns, texts, type.identity()).isEmpty();
        String about = unit == null ? "" : text(columns, texts, unit);
        return new Compared(unknown ? texts : key, about.isEmpty() ? null : claim + about, texts);
    }

    private static String text(List<String> columns, List<String> texts, String field) {
        int at = columns.indexOf(field);
        return at < 0 ? "" : texts.get(at);
    }

    /// Whether the two are versions of one sheet: half of the rows of each are on the other with some changed
    /// values, or nearly all rows of both are the same.
    boolean areVersions() {
        if (changed + changedThere > 0) return isSameForm() && isHalfOfBoth();
        return own > 0 && others > 0 && equal * MOST >= (equal + Math.max(own, others)) * HALF;
    }

    /// Whether at least half of the rows of this sheet are on the other.
    boolean isHalf() {
        return here() > 0 && here() * HALF >= here() + own;
    }

    /// Whether half of the rows of each are on the other, with the same or other values.
    boolean isHalfOfBoth() {
        return isHalf() && there() * HALF >= there() + others;
    }

    /// False for answers of another form that have the same ids.
    boolean isSameForm() {
        return !ofAnswers || equal >= Math.max(changed, changedThere);
    }

    /// The number of rows of this sheet that are also on the other.
    int here() {
        return equal + changed;
    }

    /// The number of rows of this sheet.
    int rows() {
        return here() + own;
    }

    private int there() {
        return equal + changedThere;
    }
}
