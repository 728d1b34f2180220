package org.huboutcomes.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Profile;
import org.jspecify.annotations.Nullable;

/// The changes since figures were last published: since the last run for the nightly note, since the previous edition
/// for the reports of an edition.
///
/// @param since the label of the figures compared with; null if there are none
/// @param upTo the last academic year in both
/// @param moved every number that changed, with its causes
/// @param publicChanges every number of the public files that changed; null if there were no public files before
public record FigureChanges(
        @Nullable String since,
        int upTo,
        List<FigureChange> moved,
        @Nullable List<FigureChange> publicChanges) {

    /// No figures were published before.
    public static final FigureChanges FIRST = new FigureChanges(null, 0, List.of(), null);

    public boolean isFirst() {
        return since == null;
    }

    /// The two tables that an edition's reports print about changes: `edition_since` with one row, and `edition_change`
    /// with one row per number.
    public Map<String, List<Map<String, Object>>> tables(HubFigures report, Profile readers) {
        List<FigureChange> all = readers == Profile.PUBLIC ? publicChanges : isFirst() ? null : moved;
        List<FigureChange> mine = all == null
                ? List.of()
                : all.stream().filter(one -> isOf(report, one)).toList();
        return Map.of(
                "edition_since",
                List.of(since(report, all == null, mine)),
                "edition_change",
                mine.stream().map(FigureChanges::row).toList());
    }

    private boolean isOf(HubFigures report, FigureChange one) {
        int year = Integer.parseInt(one.timePeriod());
        return one.network().equals(report.network())
                && one.hub().equals(report.hub())
                && year <= Math.min(upTo, report.timePeriod());
    }

    private Map<String, Object> since(HubFigures report, boolean isFirst, List<FigureChange> mine) {
        Map<String, Object> row = place(report.network(), report.hub(), report.timePeriod());
        row.put("first", isFirst);
        row.put("nothing", mine.isEmpty());
        row.put("elsewhere", mine.stream().noneMatch(one -> one.isHeadlineOf(report.timePeriod())));
        if (since != null) row.put("since", since);
        row.put("figures", mine.stream().map(FigureChange::figure).distinct().count());
        return row;
    }

    private static Map<String, Object> row(FigureChange one) {
        Map<String, Object> row = place(one.network(), one.hub(), Integer.parseInt(one.timePeriod()));
        row.put("indicator", one.indicator());
        row.put("education_phase", one.educationPhase());
        row.put("breakdown", one.breakdown());
        row.put("measure", one.measure());
        put(row, "before_value", one.from());
        put(row, "after_value", one.to());
        put(row, "new_rows_change", part(one, 0, one.newRows()));
        put(row, "corrected_rows_change", part(one, 1, one.correctedRows()));
        put(row, "register_change", part(one, 2, one.register()));
        put(row, "definition_change", part(one, 3, one.definition()));
        return row;
    }

    /// A cause's share of the change. Where a symbol appears or disappears the causes are only named.
    private static @Nullable Object part(FigureChange one, int cause, @Nullable BigDecimal part) {
        return part == null && one.causes().contains(FigureChange.CAUSES.get(cause)) ? "yes" : part;
    }

    private static Map<String, Object> place(String network, String hub, int timePeriod) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("network", network);
        row.put("hub", hub);
        row.put("time_period", timePeriod);
        return row;
    }

    /// Puts a number as a number, so that it is printed with the decimals of its figure, and a symbol as text.
    private static void put(Map<String, Object> row, String column, @Nullable Object cell) {
        if (cell instanceof String text && FigureChange.isNumber(text)) row.put(column, new BigDecimal(text));
        else if (cell != null && !cell.equals("")) row.put(column, cell);
    }

    /// A short summary for the console.
    @Override
    public String toString() {
        List<List<String>> figures = new ArrayList<>(
                moved.stream().map(FigureChange::figure).distinct().toList());
        return isFirst() ? "nothing to compare with" : figures.size() + " figures changed since " + since;
    }
}
