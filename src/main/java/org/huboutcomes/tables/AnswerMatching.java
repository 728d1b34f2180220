package org.huboutcomes.tables;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Compares the answers of a survey file with those of an earlier one, and finds the earlier ones that it repeats.
/// An answer is identified by its id and time. An id and time that one file has with two different answers are not
/// used.
final class AnswerMatching {

    private final List<StoredRow> later;
    private final Map<String, StoredRow> laterById;

    /// @param later the answers of one claim
    AnswerMatching(List<StoredRow> later) {
        this.later = later;
        this.laterById = byId(later);
    }

    /// What a later file does to an earlier one.
    ///
    /// @param replaced the earlier answers that it replaces
    /// @param again how many of its own answers replace these
    /// @param sharedIds how many ids it shares with another form; 0 if it repeats the same answers
    /// @param asFile whether it replaces the earlier answers because half of them are repeated, without ids
    record Match(List<StoredRow> replaced, int again, int sharedIds, boolean asFile) {}

    /// @param earlier the answers of an earlier claim that are in force
    Match against(List<StoredRow> earlier) {
        Map<String, StoredRow> known = byId(earlier);
        List<StoredRow> shared = known.entrySet().stream()
                .filter(answer -> laterById.containsKey(answer.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        long same = shared.stream()
                .filter(row -> Objects.requireNonNull(laterById.get(row.answer()))
                        .content()
                        .equals(row.content()))
                .count();
        boolean otherForm = same * 2 < shared.size();
        List<StoredRow> replaced = new ArrayList<>();
        if (!otherForm) replaced.addAll(shared);
        int again = replaced.size();
        boolean asFile = false;
        Map<String, List<StoredRow>> laterWithout = withoutId(later, laterById);
        for (var group : withoutId(earlier, known).entrySet()) {
            int common = common(group.getValue(), laterWithout.getOrDefault(group.getKey(), List.of()));
            if (common == 0 || common * 2 < group.getValue().size()) continue;
            asFile = true;
            replaced.addAll(group.getValue());
            again += common;
        }
        return new Match(replaced, again, otherForm ? shared.size() : 0, asFile);
    }

    private static Map<String, StoredRow> byId(Collection<StoredRow> rows) {
        Map<String, StoredRow> once = new HashMap<>();
        Set<String> repeated = new HashSet<>();
        for (StoredRow row : rows)
            if (row.answer() != null && once.put(row.answer(), row) != null) repeated.add(row.answer());
        once.keySet().removeAll(repeated);
        return once;
    }

    private static Map<String, List<StoredRow>> withoutId(List<StoredRow> rows, Map<String, StoredRow> byId) {
        return rows.stream()
                .filter(row -> row.answer() == null || !byId.containsKey(row.answer()))
                .collect(groupingBy(StoredRow::within));
    }

    /// The number of rows that both lists have, counting each once.
    private static int common(List<StoredRow> rows, List<StoredRow> others) {
        Map<String, Integer> there = new HashMap<>();
        others.forEach(row -> there.merge(row.content(), 1, Integer::sum));
        int common = 0;
        for (StoredRow row : rows) if (there.merge(row.content(), -1, Integer::sum) >= 0) common++;
        return common;
    }
}
