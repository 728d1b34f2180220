package org.huboutcomes.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Profile;
import org.jspecify.annotations.Nullable;

/// What changed since figures were published before: for the note of a night since the last one, for the reports of an
/// edition since the one before.
///
/// @param since what they are compared with; null where there is nothing before
/// @param upTo the last academic year that both are about
/// @param moved every number that moved, and by which causes
/// @param movedForAll every number of the public files that moved; null where there were none before
public record Changes(
        @Nullable String since,
        int upTo,
        List<Moved> moved,
        @Nullable List<Moved> movedForAll) {

    /// There is nothing before.
    public static final Changes FIRST = new Changes(null, 0, List.of(), null);

    public boolean isFirst() {
        return since == null;
    }

    /// The two tables by which the report of an edition explains itself, as rows of it: `edition_since`, of one row,
    /// and `edition_change`, of one row a number.
    public Map<String, List<Map<String, Object>>> tables(HubFigures report, Profile readers) {
        List<Moved> all = readers == Profile.PUBLIC ? movedForAll : isFirst() ? null : moved;
        List<Moved> mine = all == null
                ? List.of()
                : all.stream().filter(one -> isOf(report, one)).toList();
        return Map.of(
                "edition_since",
                List.of(since(report, all == null, mine)),
                "edition_change",
                mine.stream().map(Changes::row).toList());
    }

    private boolean isOf(HubFigures report, Moved one) {
        int year = Integer.parseInt(one.timePeriod());
        return one.network().equals(report.network())
                && one.hub().equals(report.hub())
                && year <= Math.min(upTo, report.timePeriod());
    }

    private Map<String, Object> since(HubFigures report, boolean isFirst, List<Moved> mine) {
        Map<String, Object> row = place(report.network(), report.hub(), report.timePeriod());
        row.put("first", isFirst);
        row.put("nothing", mine.isEmpty());
        row.put("elsewhere", mine.stream().noneMatch(one -> one.isHeadlineOf(report.timePeriod())));
        if (since != null) row.put("since", since);
        row.put("figures", mine.stream().map(Moved::figure).distinct().count());
        return row;
    }

    private static Map<String, Object> row(Moved one) {
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

    /// Where a symbol came or went there is no number to divide, and a cause is only named.
    private static @Nullable Object part(Moved one, int cause, @Nullable BigDecimal part) {
        return part == null && one.causes().contains(Moved.CAUSES.get(cause)) ? "yes" : part;
    }

    private static Map<String, Object> place(String network, String hub, int timePeriod) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("network", network);
        row.put("hub", hub);
        row.put("time_period", timePeriod);
        return row;
    }

    /// A number as a number, so that it is printed on the scale of its figure; a symbol as it is.
    private static void put(Map<String, Object> row, String column, @Nullable Object cell) {
        if (cell instanceof String text && Moved.isNumber(text)) row.put(column, new BigDecimal(text));
        else if (cell != null && !cell.equals("")) row.put(column, cell);
    }

    /// In short, for who watches the run.
    @Override
    public String toString() {
        List<List<String>> figures =
                new ArrayList<>(moved.stream().map(Moved::figure).distinct().toList());
        return isFirst() ? "nothing to compare with" : figures.size() + " figures moved since " + since;
    }
}
