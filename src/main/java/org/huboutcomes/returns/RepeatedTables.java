package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.values.NormalText;
import org.jspecify.annotations.Nullable;

/// Tables that stand twice in a workbook: a sheet that was copied counts once, and an old draft on a hidden sheet is
/// set aside.
record RepeatedTables(Rules rules) {

    /// A sheet of the file that was read.
    record Read(ScreenedSheet sheet, boolean hidden) {

        private boolean isAccepted() {
            return sheet.status() == ScreenedSheet.Status.ACCEPTED;
        }

        /// Whether it would count if nothing else were there, now or when it comes again.
        private boolean wouldCount() {
            return isAccepted() || sheet.status() == ScreenedSheet.Status.CONVERTED;
        }

        /// Whether both claim the same hub and year of the same return, and where that is claimed by its units, such as
        /// activities, one of these too.
        private boolean claimsAs(Read other) {
            ReturnType type = sheet.type();
            if (type == null || !type.equals(other.sheet.type())) return false;
            boolean slot =
                    slots().stream().anyMatch(claim -> other.slots().stream().anyMatch(of -> isSame(claim, of)));
            return slot && (!type.replacement().byUnit() || sharesUnits(type, other));
        }

        /// A sheet that goes back converted may not say whose it is.
        private List<Claim> slots() {
            boolean unknown = sheet.claims().isEmpty() && sheet.status() == ScreenedSheet.Status.CONVERTED;
            return unknown ? List.of(new Claim(null, null, List.of())) : sheet.claims();
        }

        /// True also where the units of one are not known, as of a sheet that is held.
        private boolean sharesUnits(ReturnType type, Read other) {
            List<String> fields = Stream.of(
                            Objects.requireNonNull(type.replacement().unit()),
                            type.replacement().within())
                    .filter(Objects::nonNull)
                    .filter(field -> tells(field) && other.tells(field))
                    .toList();
            Set<String> mine = units(type, fields);
            Set<String> theirs = other.units(type, fields);
            return mine.isEmpty() || theirs.isEmpty() || mine.stream().anyMatch(theirs::contains);
        }

        /// A converted sheet need not have every column.
        private boolean tells(String field) {
            ConvertedTable converted = sheet.converted();
            return converted == null
                    || converted.columns().stream()
                            .anyMatch(column -> column.field().name().equals(field));
        }

        private Set<String> units(ReturnType type, List<String> fields) {
            if (fields.isEmpty()) return Set.of();
            String unit = Objects.requireNonNull(type.replacement().unit());
            ConvertedTable converted = sheet.converted();
            Stream<String> written = converted != null
                    ? converted.values(fields).stream()
                    : sheet.claims().stream()
                            .flatMap(claim -> claim.rows().stream())
                            .filter(row -> row.values()[type.columns().indexOf(unit)] != null)
                            .map(row -> fields.stream()
                                    .map(field -> row.values()[type.columns().indexOf(field)])
                                    .map(value -> Objects.toString(value, ""))
                                    .collect(Collectors.joining(", ")));
            return written.map(NormalText::key).collect(Collectors.toSet());
        }
    }

    private static boolean isSame(Claim one, Claim other) {
        return Arrays.asList(one.hub(), one.timePeriod()).equals(Arrays.asList(other.hub(), other.timePeriod()));
    }

    List<ScreenedSheet> once(List<Read> sheets) {
        List<ScreenedSheet> once = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            Read read = sheets.get(i);
            Optional<Read> visible = read.hidden() && read.wouldCount()
                    ? sheets.stream()
                            .filter(other -> !other.hidden() && other.claimsAs(read))
                            .findFirst()
                    : Optional.empty();
            List<ScreenedSheet> before = once.stream()
                    .filter(other -> read.isAccepted()
                            && other.status() == ScreenedSheet.Status.ACCEPTED
                            && new Read(other, false).claimsAs(read))
                    .toList();
            once.add(
                    visible.isPresent()
                            ? draft(read.sheet(), visible.get().sheet().name())
                            : before.isEmpty() ? read.sheet() : withoutCopies(read.sheet(), before));
        }
        return once;
    }

    private ScreenedSheet draft(ScreenedSheet hidden, String visible) {
        int read = hidden.tally().read();
        List<Claim> claims = hidden.claims().stream()
                .map(claim -> new Claim(claim.hub(), claim.timePeriod(), List.of()))
                .toList();
        return new ScreenedSheet(
                hidden.name(),
                hidden.type(),
                ScreenedSheet.Status.IGNORED,
                hidden.columns(),
                new RowCounts(read, 0, 0, 0, read),
                claims,
                List.of(rules.whole(Rule.HIDDEN_COPY, "sheet", visible)));
    }

    private ScreenedSheet withoutCopies(ScreenedSheet sheet, List<ScreenedSheet> before) {
        ReturnType type = sheet.type();
        Map<List<@Nullable Object>, Integer> there = new HashMap<>();
        for (ScreenedSheet other : before)
            for (Claim claim : other.claims())
                for (AcceptedRow row : claim.rows()) there.merge(Arrays.asList(row.values()), 1, Integer::sum);
        int id = type == null || type.identity() == null ? -1 : type.columns().indexOf(type.identity());
        boolean whole = sheet.claims().stream()
                .flatMap(claim -> claim.rows().stream())
                .allMatch(row -> there.containsKey(Arrays.asList(row.values())));
        List<Claim> kept = new ArrayList<>();
        int copies = 0;
        for (Claim claim : sheet.claims()) {
            if (claim.rows().isEmpty()) {
                kept.add(claim);
                continue;
            }
            AcceptedRows rows =
                    new AcceptedRows(type == null ? 0 : type.columns().size());
            for (AcceptedRow row : claim.rows()) {
                // Rows without an id may be two people's, unless the whole sheet is there again.
                boolean person = id >= 0 && row.values()[id] == null && !whole;
                if (person || !there.containsKey(Arrays.asList(row.values())))
                    rows.keep(row.number(), row.values(), false);
                else copies++;
            }
            if (!rows.isEmpty()) kept.add(new Claim(claim.hub(), claim.timePeriod(), rows, claim.blocks()));
        }
        if (copies == 0) return sheet;
        RowCounts tally = sheet.tally();
        List<Finding> findings = new ArrayList<>(sheet.findings());
        findings.add(
                0,
                rules.whole(
                        Rule.COPIED_ROWS,
                        "rows",
                        EnglishFormat.counted(copies, "row stands", "rows stand"),
                        "sheet",
                        before.get(0).name()));
        return new ScreenedSheet(
                sheet.name(),
                type,
                sheet.status(),
                sheet.columns(),
                new RowCounts(
                        tally.read(),
                        tally.accepted() - copies,
                        tally.leftOut(),
                        tally.duplicate() + copies,
                        tally.aside()),
                kept,
                findings);
    }
}
