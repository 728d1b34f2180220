package org.huboutcomes.tables;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.returns.definition.Replacement;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.ReplacementChoice;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The claims of one submission in one slot, and the claims in force before them.
final class ClaimReplacement {

    private static final int NAMED_AT_MOST = 12;

    private final JdbcClient sql;
    private final Rules rules;
    private final ClaimSlot slot;
    private final Replacement replacement;
    private final StoredRows stored;
    private final List<StoredClaim> mine;
    private final List<StoredClaim> earlier;
    private final Map<Long, List<StoredRow>> rows;

    ClaimReplacement(ClaimSlot slot, List<StoredClaim> mine, List<StoredClaim> earlier, JdbcClient sql, Rules rules) {
        this.sql = sql;
        this.rules = rules;
        this.slot = slot;
        this.replacement = slot.type().replacement();
        this.stored = new StoredRows(sql, slot.type());
        this.mine = mine;
        this.earlier = earlier;
        // If the whole is replaced, its rows need not be read.
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

    /// What the hub has to confirm first, if anything.
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

    /// For a file that was read after its successor.
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

    /// The earlier claims that are replaced as a whole; not those of the same file if only units can be replaced.
    private List<StoredClaim> replacedWhole() {
        if (replacement.unit() == null || mine.isEmpty()) return earlier;
        return earlier.stream().filter(claim -> !mine.get(0).isBeside(claim)).toList();
    }

    private List<StoredRow> goneByUnit(List<StoredClaim> claims) {
        Set<String> units = units(rows(mine));
        return claims.stream()
                .flatMap(claim -> rows.getOrDefault(claim.number(), List.of()).stream()
                        .filter(row -> mine.get(0).isCorrectionOf(claim) || units.contains(row.unit())))
                .toList();
    }

    /// A query that names the units that are not in the file and stay in force, if the return is replaced by units.
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

    /// Compares each claim of a survey with those before it, which may be of the same file.
    ///
    /// @param gone receives the answers that are replaced
    /// @return how many of the new answers replace earlier ones
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

    /// Takes these rows out of force: the whole claim if none of its rows is left, otherwise a part of it.
    private void takeOut(List<StoredClaim> claims, List<StoredRow> gone, long by) {
        Map<Long, List<Integer>> byClaim =
                gone.stream().collect(groupingBy(StoredRow::claim, mapping(StoredRow::number, toList())));
        boolean hasRows = mine.stream().anyMatch(claim -> claim.accepted() > 0);
        for (StoredClaim claim : claims) {
            List<Integer> numbers = byClaim.getOrDefault(claim.number(), List.of());
            int left = accepted(claim.number()) - numbers.size();
            // Any row replaces an earlier nil return.
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
        long part = StoredClaim.next(sql);
        stored.move(claim.number(), numbers, part);
        sql.sql("insert into claim_part (part, claim, replaced_by, accepted) values (?, ?, ?, ?)")
                .params(part, claim.number(), by, numbers.size())
                .update();
        sql.sql("update claim set accepted = ? where claim = ?")
                .params(left, claim.number())
                .update();
    }
}
