package org.huboutcomes.explain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The way from the claims that were in force once to those that were later, in three steps: rows that are new, rows
/// that were corrected, and reference lists.
///
/// A return that came for the first time brings new rows, and so does one that came again with all its former rows.
/// Where a former row is missing or different, the whole return is a correction.
record Steps(List<Frozen.Held> had, List<Frozen.Held> has, Rows rows) {

    /// Which claims are in force after each step.
    List<Set<Long>> inForce() {
        Set<Long> withNew = Frozen.numbers(had);
        Set<Long> withCorrected = new TreeSet<>();
        for (Frozen.Held claim : had) if (claim.isList()) withCorrected.add(claim.claim());
        Map<String, Set<Long>> replacedInSlot = replacedInSlot();
        for (Frozen.Held claim : has) {
            if (claim.isList()) continue;
            withCorrected.add(claim.claim());
            Set<Long> replaced = replacedInSlot.getOrDefault(claim.slot(), Set.of());
            if (withNew.contains(claim.claim()) || !onlyAdds(claim, replaced)) continue;
            withNew.removeAll(replaced);
            withNew.add(claim.claim());
        }
        return List.of(withNew, withCorrected, Frozen.numbers(has));
    }

    private Map<String, Set<Long>> replacedInSlot() {
        Set<Long> after = Frozen.numbers(has);
        return had.stream()
                .filter(claim -> !after.contains(claim.claim()))
                .collect(Collectors.groupingBy(
                        Frozen.Held::slot,
                        TreeMap::new,
                        Collectors.mapping(Frozen.Held::claim, Collectors.toCollection(TreeSet::new))));
    }

    private boolean onlyAdds(Frozen.Held claim, Set<Long> replaced) {
        return replaced.isEmpty()
                || rows.of("""
                                select * exclude (claim, row_number)
                                from query_table(?)
                                where list_contains(?::bigint[], claim)
                                except all
                                select * exclude (claim, row_number)
                                from query_table(?)
                                where claim = ?
                                limit 1
                                """, claim.returnName(), replaced.toString(), claim.returnName(), claim.claim())
                        .isEmpty();
    }
}
