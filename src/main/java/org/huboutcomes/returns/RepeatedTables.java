package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.text.NormalText;
import org.jspecify.annotations.Nullable;

/// Handles tables that occur twice in a workbook: a copy counts once, an old draft is ignored, and of two versions
/// neither counts until the hub chooses one.
record RepeatedTables(Rules rules) {

    /// Sheet names that mark a draft.
    private static final Pattern DRAFT = Pattern.compile(
            "(?i)(?<!\\p{L})(?:drafts?|old|superseded|obsolete|do not use|not final|back-?up|archived?)(?!\\p{L})");

    /// A sheet of the file, after reading.
    record Read(ScreenedSheet sheet, boolean hidden) {

        private boolean isAccepted() {
            return sheet.status() == ScreenedSheet.Status.ACCEPTED;
        }

        private boolean isCalledDraft() {
            return DRAFT.matcher(sheet.name()).find();
        }

        /// Whether both were read, or both are returned converted, so that their rows can be compared.
        private boolean isLike(Read other) {
            return sheet.status() == other.sheet.status();
        }

        /// Whether both are registers with different counted sessions: equal counts are then from two terms and
        /// are not copies.
        private boolean hasOtherSessions(Read other) {
            Set<String> mine = sessions();
            Set<String> theirs = other.sessions();
            return !mine.isEmpty() && !theirs.isEmpty() && !mine.equals(theirs);
        }

        private Set<String> sessions() {
            return sheet.findings().stream()
                    .filter(finding -> finding.rule().equalsIgnoreCase(Rule.COLUMNS_COUNTED.name()))
                    .map(finding -> finding.text().words())
                    .map(words -> words.get("first") + " to " + words.get("last"))
                    .collect(Collectors.toSet());
        }

        private RowOverlap overlap(Read other) {
            return RowOverlap.of(Objects.requireNonNull(sheet.type()), sheet, other.sheet);
        }

        /// Whether the sheet would be accepted on its own, now or when it is sent again.
        private boolean wouldCount() {
            return isAccepted() || sheet.status() == ScreenedSheet.Status.CONVERTED;
        }

        /// Whether both claim the same hub and year of the same return and, if that return is claimed by unit,
        /// such as by activity, at least one unit in common.
        private boolean claimsAs(Read other) {
            ReturnType type = sheet.type();
            if (type == null || !type.equals(other.sheet.type())) return false;
            boolean slot =
                    slots().stream().anyMatch(claim -> other.slots().stream().anyMatch(of -> isSame(claim, of)));
            return slot && (!type.replacement().byUnit() || sharesUnits(type, other));
        }

        /// A sheet that is returned converted may not give its hub or year.
        private List<Claim> slots() {
            ConvertedTable converted = sheet.converted();
            ReturnType type = sheet.type();
            if (converted == null || type == null || type.claim().isEmpty()) return sheet.claims();
            return List.of(new Claim((String) only(converted, type, 0), (Integer) only(converted, type, 1), List.of()));
        }

        private static @Nullable Object only(ConvertedTable table, ReturnType type, int at) {
            Field field = type.find(type.claim().get(at));
            return field == null ? null : table.only(field).orElse(null);
        }

        /// Whether the hub and year of both are known and equal.
        private boolean isKnownAs(Read other) {
            ReturnType type = sheet.type();
            return type != null
                    && (type.claim().isEmpty()
                            || slots().stream()
                                    .filter(slot -> slot.hub() != null && slot.timePeriod() != null)
                                    .anyMatch(slot -> other.slots().stream().anyMatch(of -> isSame(slot, of))));
        }

        /// Whether the two may be versions of one list. Two tables on one sheet are not.
        private boolean mayBeVersionOf(Read other) {
            return other.wouldCount()
                    && isLike(other)
                    && !sheet.name().equals(other.sheet.name())
                    && other.claimsAs(this)
                    && isKnownAs(other);
        }

        /// Also true if the units of one are unknown, such as for a held sheet.
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

        /// A converted sheet may lack columns.
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
        List<Read> left = new ArrayList<>(sheets);
        Map<Read, ScreenedSheet> settled = new IdentityHashMap<>();
        for (Read read : sheets)
            draft(read, sheets).ifPresent(draft -> {
                settled.put(read, draft);
                left.remove(read);
            });
        for (int i = 0; i < left.size(); i++) {
            Read read = left.get(i);
            version(i, left).ifPresent(other -> settled.put(read, held(read, other)));
        }
        List<ScreenedSheet> once = new ArrayList<>();
        for (Read read : sheets) {
            ScreenedSheet known = settled.get(read);
            once.add(known != null ? known : withoutCopies(read, once));
        }
        return once;
    }

    /// A sheet to ignore: it is hidden or its name marks it as a draft, and another sheet replaces it.
    private Optional<ScreenedSheet> draft(Read read, List<Read> sheets) {
        if (!read.wouldCount()) return Optional.empty();
        if (read.hidden())
            return sheets.stream()
                    .filter(other -> !other.hidden() && other.claimsAs(read))
                    .findFirst()
                    .map(other -> setAside(read.sheet(), Rule.HIDDEN_COPY, other));
        if (!read.isCalledDraft()) return Optional.empty();
        return sheets.stream()
                .filter(other -> !other.hidden() && !other.isCalledDraft() && read.mayBeVersionOf(other))
                .filter(other ->
                        read.overlap(other).isHalf() && read.overlap(other).isSameForm())
                .findFirst()
                .map(other -> setAside(read.sheet(), Rule.DRAFT_SET_ASIDE, other));
    }

    /// Finds another version of this sheet. Rows of a list without a key cannot be versions.
    private static Optional<Read> version(int at, List<Read> sheets) {
        Read read = sheets.get(at);
        ReturnType type = read.sheet().type();
        if (!read.wouldCount() || type == null || type.primaryKey().isEmpty()) return Optional.empty();
        return IntStream.range(0, sheets.size())
                .filter(other -> other != at)
                .mapToObj(sheets::get)
                .filter(read::mayBeVersionOf)
                .filter(other -> read.overlap(other).areVersions()
                        || read.overlap(other).isHalfOfBoth() && read.hasOtherSessions(other))
                .findFirst();
    }

    private ScreenedSheet held(Read read, Read other) {
        ScreenedSheet sheet = read.sheet();
        RowOverlap overlap = read.overlap(other);
        RowCounts tally = sheet.tally();
        List<Finding> findings = new ArrayList<>();
        findings.add(rules.whole(
                Rule.SHEET_VERSIONS,
                "shared",
                overlap.here() + " of " + EnglishFormat.counted(overlap.rows(), "row is", "rows are"),
                "sheet",
                other.sheet().name()));
        // Gaps in a converted sheet are reported only once it is known which sheet counts.
        if (sheet.converted() == null) findings.addAll(sheet.findings());
        return new ScreenedSheet(
                sheet.name(),
                sheet.type(),
                ScreenedSheet.Status.HELD,
                sheet.columns(),
                new RowCounts(tally.read(), 0, tally.accepted() + tally.leftOut(), tally.duplicate(), tally.aside()),
                withoutRows(sheet),
                findings);
    }

    private static List<Claim> withoutRows(ScreenedSheet sheet) {
        return sheet.claims().stream()
                .map(claim -> new Claim(claim.hub(), claim.timePeriod(), List.of()))
                .toList();
    }

    private ScreenedSheet setAside(ScreenedSheet draft, Rule rule, Read counted) {
        int read = draft.tally().read();
        return new ScreenedSheet(
                draft.name(),
                draft.type(),
                ScreenedSheet.Status.IGNORED,
                draft.columns(),
                new RowCounts(read, 0, 0, 0, read),
                withoutRows(draft),
                List.of(rules.whole(rule, "sheet", counted.sheet().name())));
    }

    private ScreenedSheet withoutCopies(Read read, List<ScreenedSheet> once) {
        List<ScreenedSheet> before = once.stream()
                .filter(other -> read.isAccepted()
                        && other.status() == ScreenedSheet.Status.ACCEPTED
                        && new Read(other, false).claimsAs(read)
                        && !new Read(other, false).hasOtherSessions(read))
                .toList();
        return before.isEmpty() ? read.sheet() : withoutCopies(read.sheet(), before);
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
                // Rows without an id may be from two people, unless the whole sheet is repeated.
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
