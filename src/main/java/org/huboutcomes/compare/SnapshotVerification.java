package org.huboutcomes.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.huboutcomes.compare.Snapshot.ClaimSource;
import org.huboutcomes.compare.Snapshot.SnapshotClaim;
import org.huboutcomes.explain.ExplainedRows;
import org.huboutcomes.store.Store;

/// Whether the figures of a snapshot can be reproduced with its own catalogue from the rows of a store.
///
/// @param problems one sentence for each difference; empty if all figures are the same, or cannot be computed
/// @param expired how many of its returns come from files whose retention has expired; nothing is computed if there
/// are any
public record SnapshotVerification(List<String> problems, int expired) {

    public SnapshotVerification {
        problems = List.copyOf(problems);
    }

    /// Compares the figures of a snapshot with those of a store. The store may have been rebuilt since and its
    /// claims renumbered, so claims are matched by their files.
    public static SnapshotVerification of(Snapshot snapshot, Store store) throws IOException {
        Map<String, String> replacements = new HashMap<>();
        Set<String> expiredFiles = new HashSet<>();
        Map<ClaimSource, SortedSet<Long>> stored = stored(store, replacements, expiredFiles);
        Set<Long> claims = new TreeSet<>();
        int expired = 0;
        int missing = 0;
        for (SnapshotClaim claim : snapshot.claims()) {
            ClaimSource source = claim.source();
            String file = replacements.getOrDefault(source.sha256(), source.sha256());
            SortedSet<Long> numbers = stored.get(source.of(file));
            if (numbers != null) claims.add(numbers.contains(claim.claim()) ? claim.claim() : numbers.last());
            else if (expiredFiles.contains(file)) expired++;
            else missing++;
        }
        if (missing > 0)
            return new SnapshotVerification(
                    List.of("the files of " + missing + " of its returns are no longer in the archive, so its figures"
                            + " cannot be computed again"),
                    expired);
        return new SnapshotVerification(expired > 0 ? List.of() : differences(snapshot, store, claims), expired);
    }

    private static Map<ClaimSource, SortedSet<Long>> stored(
            Store store, Map<String, String> replacements, Set<String> expired) {
        return store.inRolledBackTransaction(connection -> {
            ExplainedRows rows = new ExplainedRows(connection);
            for (Map<String, Object> row : rows.of("select sha256, replacement from forgotten_file"))
                replacements.put(text(row, "sha256"), text(row, "replacement"));
            for (Map<String, Object> row :
                    rows.of("select distinct sha256 from removed_file join submission using (submission)"))
                expired.add(text(row, "sha256"));
            Map<ClaimSource, SortedSet<Long>> stored = new HashMap<>();
            // Editions of earlier releases know a sheet by its name, later ones by its number.
            for (Map<String, Object> row : rows.of("""
                    with sheet_of_file as (
                        select
                            submission,
                            name,
                            row_number() over (partition by submission order by min(sheet)) as number
                        from submitted_sheet
                        group by submission, name
                    )
                    select
                        claim.claim,
                        claim.return_name,
                        coalesce(claim.hub, '') as hub,
                        coalesce(claim.time_period::varchar, '') as time_period,
                        submission.sha256,
                        sheet_of_file.name,
                        sheet_of_file.number::varchar as number
                    from claim
                    join submitted_sheet using (sheet)
                    join sheet_of_file
                        on sheet_of_file.submission = submitted_sheet.submission
                        and sheet_of_file.name = submitted_sheet.name
                    join submission on submission.submission = claim.submission"""))
                for (String sheet : List.of("name", "number"))
                    stored.computeIfAbsent(
                                    new ClaimSource(
                                            text(row, "return_name"),
                                            text(row, "hub"),
                                            text(row, "time_period"),
                                            text(row, "sha256"),
                                            text(row, sheet)),
                                    none -> new TreeSet<>())
                            .add(((Number) Objects.requireNonNull(row.get("claim"))).longValue());
            return stored;
        });
    }

    private static String text(Map<String, Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    private static List<String> differences(Snapshot snapshot, Store store, Set<Long> claims) throws IOException {
        Map<List<String>, ComparedFigure> frozen = snapshot.figures();
        Map<List<String>, ComparedFigure> again = new Recomputation(store, snapshot.catalogue()).figures(claims);
        Set<List<String>> keys = new TreeSet<>(ComparedFigure.IN_ORDER);
        keys.addAll(frozen.keySet());
        keys.addAll(again.keySet());
        List<String> differences = new ArrayList<>();
        for (List<String> key : keys)
            if (frozen.getOrDefault(key, ComparedFigure.ABSENT)
                    .differsFrom(again.getOrDefault(key, ComparedFigure.ABSENT)))
                differences.add("the figure " + String.join(", ", key) + " is another when it is computed again");
        return differences;
    }
}
