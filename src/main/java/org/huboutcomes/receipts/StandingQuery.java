package org.huboutcomes.receipts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.receipts.Receipt.Answers;
import org.huboutcomes.receipts.Receipt.Change;
import org.huboutcomes.receipts.Receipt.Replaces;
import org.huboutcomes.receipts.Receipt.Slot;
import org.huboutcomes.receipts.Receipt.Standing;
import org.huboutcomes.returns.definition.Replacement;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.findings.HubNote;
import org.huboutcomes.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads, for the sheets of some submissions, which rows are in force, what each sheet replaced, and the totals of
/// its hub's year at that time.
final class StandingQuery {

    private final JdbcClient sql;
    private final ReturnTypes types;

    StandingQuery(Store store, ReturnTypes types) {
        this.sql = JdbcClient.create(store.dataSource());
        this.types = types;
    }

    private record Sheet(
            long number,
            @Nullable String returnName,
            @Nullable String heldFor,
            int accepted) {}

    private record Replaced(
            long sheet,
            Replaces slot,
            @Nullable Integer answersNew,
            @Nullable Integer answersReplaced) {}

    /// By sheet.
    ///
    /// @param totals the totals of each sheet, which are what was added if nothing was in force before
    Map<Long, Standing> of(
            List<Long> submissions, Map<Long, List<Slot>> claims, Map<Long, Map<String, Integer>> totals) {
        Map<Long, List<Replaced>> replaced = new HashMap<>();
        sql.sql("from replacement where submission in (:submissions) order by hub, time_period")
                .param("submissions", submissions)
                .query((row, n) -> replaced(row))
                .list()
                .forEach(one -> replaced.computeIfAbsent(one.sheet(), none -> new ArrayList<>())
                        .add(one));
        Map<Long, Map<String, Integer>> years = yearTotals(submissions);
        Map<Long, Standing> standings = new HashMap<>();
        sql.sql(
                        "select sheet, return_name, status, held_for, accepted from submitted_sheet where submission in (:submissions)")
                .param("submissions", submissions)
                .query((row, n) -> new Sheet(
                        row.getLong("sheet"),
                        row.getString("return_name"),
                        !row.getString("status").equals("held")
                                ? null
                                : row.getString("held_for") == null ? "errors" : row.getString("held_for"),
                        row.getInt("accepted")))
                .list()
                .forEach(sheet -> standings.put(
                        sheet.number(),
                        standing(
                                sheet,
                                claims.getOrDefault(sheet.number(), List.of()),
                                replaced.getOrDefault(sheet.number(), List.of()),
                                totals.getOrDefault(sheet.number(), Map.of()),
                                years.getOrDefault(sheet.number(), Map.of()))));
        return standings;
    }

    private Replaced replaced(ResultSet row) throws SQLException {
        Map<String, Change> counts = new LinkedHashMap<>();
        counts.put("rows", new Change(row.getInt("rows_before"), row.getInt("rows_after")));
        Map<String, Integer> before = counts(row.getObject("counts_before"));
        Map<String, Integer> after = counts(row.getObject("counts_after"));
        ReturnType type = types.named(row.getString("return_name"));
        for (String noun : type.replacement().counts().keySet())
            if (before.containsKey(noun) && after.containsKey(noun))
                counts.put(noun, new Change(before.get(noun), after.get(noun)));
        Integer period = row.getObject("time_period", Integer.class);
        String hub = row.getString("hub");
        Replaces slot = new Replaces(
                hub,
                period == null ? null : AcademicYear.ofPeriod(period).label(),
                counts,
                row.getBoolean("held"),
                row.getString("choice"),
                HubNote.choiceKey(type.name(), hub, period),
                asks(type.replacement(), row));
        return new Replaced(
                row.getLong("sheet"),
                slot,
                row.getObject("answers_new", Integer.class),
                row.getObject("answers_replaced", Integer.class));
    }

    /// Whether the hub can choose: if a sheet is held, if the sheet leaves some units unchanged, or if the hub has
    /// already chosen.
    private static boolean asks(Replacement replacement, ResultSet row) throws SQLException {
        return replacement.unit() != null
                && (replacement.byUnit() || row.getBoolean("held") || row.getString("choice") != null);
    }

    private static Map<String, Integer> counts(@Nullable Object map) {
        Map<String, Integer> counts = new TreeMap<>();
        if (map instanceof Map<?, ?> values)
            values.forEach((noun, count) -> counts.put(String.valueOf(noun), ((Number) count).intValue()));
        return counts;
    }

    private Standing standing(
            Sheet sheet,
            List<Slot> claims,
            List<Replaced> replaced,
            Map<String, Integer> totals,
            Map<String, Integer> year) {
        if (sheet.returnName() == null) return Standing.NONE;
        Map<String, Change> replaces = new LinkedHashMap<>();
        for (Replaced one : replaced)
            one.slot()
                    .counts()
                    .forEach((noun, change) -> replaces.merge(
                            noun, change, (a, b) -> new Change(a.before() + b.before(), a.after() + b.after())));
        if (replaced.isEmpty() && sheet.heldFor() == null && claims.stream().anyMatch(slot -> slot.hub() != null)) {
            replaces.put("rows", new Change(0, sheet.accepted()));
            if (totals.containsKey("schools")) replaces.put("schools", new Change(0, totals.get("schools")));
        }
        return new Standing(
                claims.stream().mapToInt(Slot::rowsInForce).sum(),
                claims.stream().mapToInt(Slot::replacedWithin).sum(),
                claims.stream().mapToInt(Slot::replacedSince).sum(),
                sheet.heldFor(),
                replaces,
                answers(sheet, claims, replaced, year),
                year,
                replaced.stream().map(Replaced::slot).toList());
    }

    private @Nullable Answers answers(
            Sheet sheet, List<Slot> claims, List<Replaced> replaced, Map<String, Integer> year) {
        String name = String.valueOf(sheet.returnName());
        if (!types.names().contains(name) || !types.named(name).replacement().isOfAnswers()) return null;
        int added = 0;
        for (Slot slot : claims)
            added += replaced.stream()
                    .filter(one -> Objects.equals(one.slot().hub(), slot.hub())
                            && Objects.equals(one.slot().academicYear(), slot.academicYear()))
                    .findFirst()
                    .map(Replaced::answersNew)
                    .orElse(slot.accepted());
        return new Answers(
                claims.stream().mapToInt(Slot::accepted).sum(),
                added,
                replaced.stream()
                        .mapToInt(one -> Objects.requireNonNullElse(one.answersReplaced(), 0))
                        .sum(),
                year.getOrDefault(
                        "rows", claims.stream().mapToInt(Slot::rowsInForce).sum()));
    }

    /// By sheet: the totals of its hub and year, if it has only one.
    private Map<Long, Map<String, Integer>> yearTotals(List<Long> submissions) {
        Map<Long, Map<String, Integer>> years = new HashMap<>();
        sql.sql("""
                        with served as (
                            select distinct sheet, return_name, hub, time_period
                            from claim
                            where submission in (:submissions)
                            qualify count(*) over (partition by sheet) = 1
                        )
                        select sheet, rows, schools, memberships, places
                        from in_force_total
                        join served using (return_name, hub, time_period)""").param("submissions", submissions).query(row -> {
            Map<String, Integer> totals = new LinkedHashMap<>();
            for (String total : List.of("rows", "schools", "memberships", "places"))
                if (row.getObject(total) != null) totals.put(total, row.getInt(total));
            years.put(row.getLong("sheet"), totals);
        });
        return years;
    }
}
