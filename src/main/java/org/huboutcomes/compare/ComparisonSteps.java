package org.huboutcomes.compare;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huboutcomes.explain.ExplainedRows;

/// The steps from the claims once in force to those in force later: new rows, corrected rows and reference lists.
///
/// A return adds new rows if it is received for the first time, or again with all its former rows. If a former row is
/// missing or different, the whole return is a correction. The former rows are those of the claims that it replaced,
/// and the parts of claims.
record ComparisonSteps(List<Snapshot.SnapshotClaim> before, List<Snapshot.SnapshotClaim> after, ExplainedRows rows) {

    /// The claims in force after each step.
    List<Set<Long>> inForce() {
        Set<Long> withNew = Snapshot.numbers(before);
        Set<Long> withCorrected = new TreeSet<>();
        for (Snapshot.SnapshotClaim claim : before) if (claim.isList()) withCorrected.add(claim.claim());
        Map<String, Set<Long>> replacedInSlot = replacedInSlot();
        for (Snapshot.SnapshotClaim claim : after) {
            if (claim.isList()) continue;
            withCorrected.add(claim.claim());
            Set<Long> replaced = replacedInSlot.getOrDefault(claim.slot(), Set.of());
            if (withNew.contains(claim.claim()) || !onlyAdds(claim, replaced)) continue;
            withNew.removeAll(replaced);
            withNew.add(claim.claim());
        }
        return List.of(withNew, withCorrected, Snapshot.numbers(after));
    }

    private Map<String, Set<Long>> replacedInSlot() {
        Set<Long> inForceAfter = Snapshot.numbers(after);
        return before.stream()
                .filter(claim -> !inForceAfter.contains(claim.claim()))
                .collect(Collectors.groupingBy(
                        Snapshot.SnapshotClaim::slot,
                        TreeMap::new,
                        Collectors.mapping(Snapshot.SnapshotClaim::claim, Collectors.toCollection(TreeSet::new))));
    }

    private boolean onlyAdds(Snapshot.SnapshotClaim claim, Set<Long> replaced) {
        return rows.of("""
                                select * exclude (claim, row_number)
                                from query_table(?)
                                where
                                    list_contains(?::bigint[], claim)
                                    or claim in (select part from claim_part where replaced_by = ?)
                                except all
                                select * exclude (claim, row_number)
                                from query_table(?)
                                where claim = ?
                                limit 1
                                """, claim.returnName(), replaced.toString(), claim.claim(), claim.returnName(), claim.claim())
                .isEmpty();
    }
}
