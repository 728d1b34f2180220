package org.huboutcomes.tables;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.returns.definition.Replacement;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.ReplacementChoice;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Decides which rows in force a submission replaces, and takes them out of force, in the transaction that is open.
///
/// A claim is out of force as a whole when all its rows are replaced. Where only some are, these move to a part of the
/// claim; so every row in force is a row of a claim in force. All of it can be worked out again from the submissions in
/// their order, and is when one is withdrawn or comes late.
public final class Replacements {

    private static final int NAMED_AT_MOST = 12;

    private final JdbcClient sql;
    private final ReturnTypes types;
    private final Rules rules;

    public Replacements(Store store, ReturnTypes types) {
        this.sql = JdbcClient.create(store.dataSource());
        this.types = types;
        this.rules = types.rules();
    }

    /// Whether the slot has claims beside these of one submission, or several of a survey, so that one may replace
    /// another.
    boolean isShared(ClaimSlot slot, int own) {
        if (slot.type().replacement().isOfAnswers() && own > 1) return true;
        return sql.sql("select count(*) from claim where return_name = ? and hub is not distinct from ?"
                                + " and time_period is not distinct from ?")
                        .params(slot.parameters())
                        .query(Long.class)
                        .single()
                > own;
    }

    /// What a hub must confirm before its submission, which is loaded, may replace what is in force.
    ///
    /// @param choice what it has answered; null where nothing
    /// @return empty where nothing need be confirmed
    Optional<Replaced> held(Submission submission, ClaimSlot slot, @Nullable ReplacementChoice choice) {
        if (choice != null || slot.type().replacement().unit() == null) return Optional.empty();
        List<StoredClaim> all = standing(slot, submission.number());
        return new Placing(slot, of(submission, all), before(submission, all)).held();
    }

    /// What a hub would have to confirm of a sheet that goes back converted, so that it can do so before it sends that
    /// in.
    ///
    /// @param values the unit of each of its rows, such as its school; empty where that is still to be filled in
    /// @return empty where nothing need be confirmed
    Optional<Replaced> toConfirm(Submission submission, ClaimSlot slot, List<String> values) {
        if (slot.type().replacement().unit() == null || values.isEmpty()) return Optional.empty();
        List<String> units = new StoredRows(sql, slot.type()).units(values);
        return new Placing(slot, List.of(), before(submission, standing(slot, submission.number()))).toConfirm(units);
    }

    private static List<StoredClaim> of(Submission submission, List<StoredClaim> all) {
        return all.stream()
                .filter(claim -> claim.submission() == submission.number())
                .toList();
    }

    private static List<StoredClaim> before(Submission submission, List<StoredClaim> all) {
        return all.stream()
                .filter(claim -> claim.submission() < submission.number() && claim.inForce())
                .toList();
    }

    /// Puts the claims of a submission, which are loaded and in force, in the place of what they replace.
    ///
    /// @return empty where nothing was in force
    Optional<Replaced> place(Submission submission, ClaimSlot slot, @Nullable ReplacementChoice choice) {
        List<StoredClaim> all = standing(slot, submission.number());
        List<StoredClaim> mine = of(submission, all);
        List<StoredClaim> earlier = before(submission, all);
        boolean late = all.stream().anyMatch(claim -> claim.submission() > submission.number());
        if (mine.isEmpty() || earlier.isEmpty() && !late && mine.size() < 2) return Optional.empty();
        Placing placing = new Placing(slot, mine, earlier);
        StoredClaim.Takes takes = takes(slot.type().replacement(), choice);
        sql.sql("update claim set takes = :takes where claim in (:mine)")
                .param("takes", takes.word())
                .param("mine", mine.stream().map(StoredClaim::number).toList())
                .update();
        if (late) {
            replay(slot, submission.number());
            return earlier.isEmpty() ? Optional.empty() : Optional.of(placing.late(choice));
        }
        return Optional.of(placing.carriedOut(takes, choice)).filter(done -> !earlier.isEmpty());
    }

    /// How a claim replaces what was in force, after what the hub has chosen.
    static StoredClaim.Takes takes(Replacement replacement, @Nullable ReplacementChoice choice) {
        if (replacement.isOfAnswers()) return StoredClaim.Takes.ANSWERS;
        if (choice == ReplacementChoice.EVERYTHING || replacement.unit() == null) return StoredClaim.Takes.EVERYTHING;
        return choice == ReplacementChoice.ADDS || replacement.byUnit()
                ? StoredClaim.Takes.UNITS
                : StoredClaim.Takes.EVERYTHING;
    }

    /// Works out a slot from the start: which of its submissions is in force, and with which rows.
    ///
    /// @param loading the submission that is being loaded; 0 for none
    void replay(ClaimSlot slot, long loading) {
        List<StoredClaim> all = standing(slot, loading);
        StoredRows stored = new StoredRows(sql, slot.type());
        for (StoredClaim claim : all) {
            stored.putBack(claim.number());
            sql.sql("update claim set in_force = true, replaced_by = null where claim = ?")
                    .param(claim.number())
                    .update();
        }
        for (long number : all.stream().map(StoredClaim::submission).distinct().toList()) {
            List<StoredClaim> now = standing(slot, loading);
            List<StoredClaim> mine =
                    now.stream().filter(claim -> claim.submission() == number).toList();
            List<StoredClaim> earlier = now.stream()
                    .filter(claim -> claim.submission() < number && claim.inForce())
                    .toList();
            if (earlier.isEmpty() && mine.size() < 2) continue;
            new Placing(slot, mine, earlier).carriedOut(mine.get(0).takes(), null);
        }
    }

    /// Works out what an older release kept in another way: which claim replaced which, and which answers of a survey
    /// count.
    public void settleOlder() {
        List<ClaimSlot> old = sql.sql("""
                        select distinct return_name, hub, time_period
                        from claim
                        where takes is null
                        order by all""").query((row, n) -> slot(row)).list().stream()
                .flatMap(Optional::stream)
                .toList();
        for (ClaimSlot slot : old) if (slot.type().replacement().isOfAnswers()) replay(slot, 0);
        sql.sql("""
                        update claim
                        set replaced_by = later.claim
                        from (
                            select
                                claim,
                                lead(claim) over (partition by return_name, hub, time_period order by submission, claim) as next
                            from claim
                            semi join submitted_sheet
                                on submitted_sheet.sheet = claim.sheet and submitted_sheet.status = 'accepted'
                        ) as around
                        join claim as later on later.claim = around.next
                        where around.claim = claim.claim
                        and claim.takes is null
                        and not claim.in_force
                        and claim.replaced_by is null""").update();
        for (ReturnType type : types.all())
            sql.sql("update claim set takes = ? where takes is null and return_name = ?")
                    .params(
                            (type.replacement().isOfAnswers()
                                            ? StoredClaim.Takes.ANSWERS
                                            : StoredClaim.Takes.EVERYTHING)
                                    .word(),
                            type.name())
                    .update();
    }

    private Optional<ClaimSlot> slot(ResultSet row) throws SQLException {
        String name = row.getString("return_name");
        return types.names().contains(name)
                ? Optional.of(new ClaimSlot(
                        types.named(name), row.getString("hub"), row.getObject("time_period", Integer.class)))
                : Optional.empty();
    }

    /// The slots in which a submission has a claim.
    List<ClaimSlot> slotsOf(Submission submission) {
        return sql
                .sql("select distinct return_name, hub, time_period from claim where submission = ? order by all")
                .param(submission.number())
                .query((row, n) -> slot(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private List<StoredClaim> standing(ClaimSlot slot, long loading) {
        List<@Nullable Object> parameters = new ArrayList<>(slot.parameters());
        parameters.add(loading);
        return sql.sql("""
                        select
                            claim.*,
                            submission.file_name,
                            submission.corrects,
                            claim.submission in (
                                select submission from submitted_sheet where status = 'converted'
                            ) as beside_converted
                        from claim
                        join submission using (submission)
                        join submitted_sheet using (sheet)
                        where claim.return_name = ?
                        and claim.hub is not distinct from ?
                        and claim.time_period is not distinct from ?
                        and submitted_sheet.status = 'accepted'
                        and (submission.status in ('accepted', 'partial') or submission.submission = ?)
                        order by submission.submission, claim.claim""")
                .params(parameters)
                .query((row, n) -> claim(slot, row))
                .list();
    }

    private static StoredClaim claim(ClaimSlot slot, ResultSet row) throws SQLException {
        String takes = row.getString("takes");
        StoredClaim.Takes older =
                slot.type().replacement().isOfAnswers() ? StoredClaim.Takes.ANSWERS : StoredClaim.Takes.EVERYTHING;
        return new StoredClaim(
                row.getLong("claim"),
                row.getLong("submission"),
                row.getString("file_name"),
                takes == null ? older : StoredClaim.Takes.valueOf(takes.toUpperCase(Locale.ROOT)),
                row.getBoolean("in_force"),
                row.getInt("accepted"),
                row.getObject("corrects", Long.class),
                row.getBoolean("beside_converted"));
    }

    /// The claims of one submission in one slot, against what is in force before them.
    private final class Placing {

        private final ClaimSlot slot;
        private final Replacement replacement;
        private final StoredRows stored;
        private final List<StoredClaim> mine;
        private final List<StoredClaim> earlier;
        private final Map<Long, List<StoredRow>> rows;

        Placing(ClaimSlot slot, List<StoredClaim> mine, List<StoredClaim> earlier) {
            this.slot = slot;
            this.replacement = slot.type().replacement();
            this.stored = new StoredRows(sql, slot.type());
            this.mine = mine;
            this.earlier = earlier;
            // Where nothing is counted, all goes, and the rows need not be known.
            this.rows = replacement.equals(Replacement.OF_EVERYTHING)
                    ? Map.of()
                    : stored
                            .of(Stream.concat(mine.stream(), earlier.stream())
                                    .map(StoredClaim::number)
                                    .toList())
                            .stream()
                            .collect(groupingBy(StoredRow::claim));
        }

        private List<StoredRow> rows(Collection<StoredClaim> claims) {
            return claims.stream()
                    .flatMap(claim -> rows.getOrDefault(claim.number(), List.of()).stream())
                    .toList();
        }

        private Set<String> units(List<StoredRow> rows) {
            return rows.stream()
                    .map(StoredRow::unit)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private Replaced.Totals totals(List<StoredRow> rows) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            List<String> nouns = List.copyOf(replacement.counts().keySet());
            for (int i = 0; i < nouns.size(); i++) {
                Set<String> values = new HashSet<>();
                for (StoredRow row : rows) {
                    String value = row.counted().get(i);
                    if (value != null) values.add(value);
                }
                counts.put(nouns.get(i), values.size());
            }
            return new Replaced.Totals(rows.size(), counts);
        }

        /// What is to be confirmed, where that is so.
        Optional<Replaced> held() {
            List<StoredRow> after = rows(mine);
            return held(units(after), totals(after));
        }

        Optional<Replaced> toConfirm(List<String> units) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            Set<String> distinct = new LinkedHashSet<>(units);
            replacement.counts().forEach((noun, field) -> {
                if (field.equals(replacement.unit())) counts.put(noun, distinct.size());
            });
            return held(distinct, new Replaced.Totals(units.size(), counts));
        }

        private Optional<Replaced> held(Set<String> units, Replaced.Totals after) {
            if (replacement.unit() == null || earlier.isEmpty()) return Optional.empty();
            List<StoredRow> before = rows(replacedWhole());
            Set<String> gone = units(before);
            int unitsBefore = gone.size();
            gone.removeAll(units);
            boolean nil = replacement.byUnit() && after.rows() == 0 && !before.isEmpty();
            boolean many = replacement.byRows()
                    ? replacement.isHeldByRows(before.size(), after.rows())
                    : replacement.isHeld(unitsBefore, gone.size());
            if (!nil && !many) return Optional.empty();
            Finding finding = rules.whole(
                    Rule.REPLACEMENT_UNCONFIRMED,
                    Rules.words(
                            "return",
                            slot.type().title(),
                            "hub",
                            slot.hub(),
                            "year",
                            slot.timePeriod() == null ? null : slot.yearWord(),
                            "before",
                            counted(unitsBefore, before.size()),
                            "after",
                            counted(units.size(), after.rows()),
                            "gone",
                            replacement.byRows()
                                    ? EnglishFormat.counted(before.size() - after.rows(), "row", "rows")
                                    : replacement.counted(gone.size()),
                            "adds",
                            ReplacementChoice.ADDS.words()));
            return Optional.of(new Replaced(true, null, totals(before), after, null, null, List.of(finding)));
        }

        private String counted(int units, int rows) {
            return replacement.counted(units) + " (" + EnglishFormat.counted(rows, "row", "rows") + ")";
        }

        /// Of a file that was read after its successor.
        Replaced late(@Nullable ReplacementChoice choice) {
            List<StoredRow> before = rows(earlier);
            return new Replaced(false, choice, totals(before), totals(before), null, null, List.of());
        }

        Replaced carriedOut(StoredClaim.Takes takes, @Nullable ReplacementChoice choice) {
            List<StoredRow> before = rows(earlier);
            List<StoredRow> gone = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            int again = 0;
            long by = mine.get(0).number();
            switch (takes) {
                case EVERYTHING -> {
                    List<StoredClaim> replaced = replacedWhole();
                    replaced.forEach(claim -> replace(claim, by));
                    gone.addAll(rows(replaced));
                    List<StoredClaim> others = new ArrayList<>(earlier);
                    others.removeAll(replaced);
                    List<StoredRow> named = goneByUnit(others);
                    takeOut(others, named, by);
                    gone.addAll(named);
                }
                case UNITS -> {
                    gone.addAll(goneByUnit(earlier));
                    takeOut(earlier, gone, by);
                    othersStay(gone).ifPresent(findings::add);
                }
                case ANSWERS -> again = answers(gone, findings);
            }
            List<StoredRow> after = new ArrayList<>(before);
            after.addAll(rows(mine));
            after.removeAll(new HashSet<>(gone));
            boolean survey = replacement.isOfAnswers();
            return new Replaced(
                    false,
                    choice,
                    totals(before),
                    totals(after),
                    survey ? rows(mine).size() - again : null,
                    survey ? gone.size() : null,
                    findings);
        }

        /// The earlier claims, without those of the same file where only their units could be replaced.
        private List<StoredClaim> replacedWhole() {
            if (replacement.unit() == null || mine.isEmpty()) return earlier;
            return earlier.stream()
                    .filter(claim -> !mine.get(0).isBeside(claim))
                    .toList();
        }

        private List<StoredRow> goneByUnit(List<StoredClaim> claims) {
            Set<String> units = units(rows(mine));
            return claims.stream()
                    .flatMap(claim -> rows.getOrDefault(claim.number(), List.of()).stream()
                            .filter(row -> mine.get(0).isCorrectionOf(claim) || units.contains(row.unit())))
                    .toList();
        }

        /// A query that names what the file does not hold and that stays, where the return is claimed by its units.
        private Optional<Finding> othersStay(List<StoredRow> gone) {
            if (!replacement.byUnit()) return Optional.empty();
            List<StoredRow> stay = new ArrayList<>(rows(earlier));
            stay.removeAll(new HashSet<>(gone));
            List<String> names = stay.stream()
                    .map(row -> Objects.requireNonNullElse(row.shown(), "blank"))
                    .distinct()
                    .sorted()
                    .toList();
            if (names.isEmpty()) return Optional.empty();
            String more = names.size() > NAMED_AT_MOST ? " and " + (names.size() - NAMED_AT_MOST) + " more" : "";
            return Optional.of(rules.whole(
                    Rule.OTHERS_STAY,
                    "return",
                    slot.type().title(),
                    "hub",
                    slot.hubWord(),
                    "year",
                    slot.yearWord(),
                    "others",
                    replacement.counted(names.size()) + (names.size() == 1 ? " is" : " are"),
                    "names",
                    names.stream().limit(NAMED_AT_MOST).collect(Collectors.joining(", ")) + more));
        }

        /// Each claim of a survey against those before it, which may be of the same file.
        ///
        /// @param gone is filled with the answers that are replaced
        /// @return how many of the new answers stand for answers that were there
        private int answers(List<StoredRow> gone, List<Finding> findings) {
            int again = 0;
            List<StoredClaim> before = new ArrayList<>(earlier);
            Set<StoredRow> out = new HashSet<>();
            for (StoredClaim claim : mine) {
                AnswerMatching matching = new AnswerMatching(rows.getOrDefault(claim.number(), List.of()));
                List<StoredRow> replaced = new ArrayList<>();
                for (StoredClaim other : before) {
                    List<StoredRow> there = rows.getOrDefault(other.number(), List.of()).stream()
                            .filter(row -> !out.contains(row))
                            .toList();
                    AnswerMatching.Match match = matching.against(there);
                    boolean correction = claim.isCorrectionOf(other);
                    List<StoredRow> taken = correction ? there : match.replaced();
                    replaced.addAll(taken);
                    out.addAll(taken);
                    again += correction
                            ? Math.min(
                                    there.size(),
                                    rows.getOrDefault(claim.number(), List.of()).size())
                            : match.again();
                    if (correction) continue;
                    if (match.sharedIds() > 0)
                        findings.add(rules.whole(
                                Rule.ANSWERS_OF_ANOTHER_FORM,
                                "shared",
                                EnglishFormat.counted(match.sharedIds(), "answer has", "answers have"),
                                "file",
                                other.fileName()));
                    if (match.asFile()) findings.add(rules.whole(Rule.FILE_REPLACED, "file", other.fileName()));
                }
                takeOut(before, replaced, claim.number());
                gone.addAll(replaced);
                before.add(claim);
            }
            return again;
        }

        /// Takes these rows out of force: the whole claim where none of its rows is left, else a part of it.
        private void takeOut(List<StoredClaim> claims, List<StoredRow> gone, long by) {
            Map<Long, List<Integer>> byClaim =
                    gone.stream().collect(groupingBy(StoredRow::claim, mapping(StoredRow::number, toList())));
            boolean hasRows = mine.stream().anyMatch(claim -> claim.accepted() > 0);
            for (StoredClaim claim : claims) {
                List<Integer> numbers = byClaim.getOrDefault(claim.number(), List.of());
                int left = accepted(claim.number()) - numbers.size();
                // An earlier nil return is contradicted by any row.
                if (left == 0 && (!numbers.isEmpty() || hasRows && claim.accepted() == 0)) replace(claim, by);
                else if (!numbers.isEmpty()) divide(claim, numbers, left, by);
            }
        }

        private int accepted(long claim) {
            return sql.sql("select accepted from claim where claim = ?")
                    .param(claim)
                    .query(Integer.class)
                    .single();
        }

        private void replace(StoredClaim claim, long by) {
            sql.sql("update claim set in_force = false, replaced_by = ? where claim = ?")
                    .params(by, claim.number())
                    .update();
        }

        private void divide(StoredClaim claim, List<Integer> numbers, int left, long by) {
            long part = nextClaim();
            stored.move(claim.number(), numbers, part);
            sql.sql("insert into claim_part (part, claim, replaced_by, accepted) values (?, ?, ?, ?)")
                    .params(part, claim.number(), by, numbers.size())
                    .update();
            sql.sql("update claim set accepted = ? where claim = ?")
                    .params(left, claim.number())
                    .update();
        }
    }

    /// A number that neither a claim nor a part has.
    long nextClaim() {
        return Objects.requireNonNull(sql.sql("""
                        select greatest(
                            coalesce((select max(claim) from claim), 0),
                            coalesce((select max(part) from claim_part), 0)
                        ) + 1""").query(Long.class).single());
    }
}
