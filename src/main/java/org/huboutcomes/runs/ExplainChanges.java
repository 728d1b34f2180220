package org.huboutcomes.runs;

import java.io.IOException;
import java.util.Optional;
import org.huboutcomes.explain.Changes;
import org.huboutcomes.explain.Comparison;
import org.huboutcomes.explain.Frozen;
import org.huboutcomes.store.Store;
import org.jspecify.annotations.Nullable;

/// Step `explain`: which figures moved and why, since the edition before for the reports of an edition, since the last
/// night for the note of a night.
final class ExplainChanges implements Work {

    private final Store store;
    private final Nights nights;
    private final Issue issue;
    private @Nullable Changes changes;

    ExplainChanges(Store store, Workspace workspace, Issue issue) {
        this.store = store;
        this.nights = new Nights(workspace);
        this.issue = issue;
    }

    @Override
    public String run(Progress progress) throws IOException {
        Frozen now = new Frozen(issue.name(), issue.outbox().next());
        Optional<Frozen> before = issue.isFrozen() ? nights.editionBefore(issue.name()) : nights.last();
        changes = before.isEmpty() ? Changes.FIRST : since(before.get(), now);
        return changes.toString();
    }

    private Changes since(Frozen before, Frozen now) throws IOException {
        Comparison comparison = new Comparison(store, before, now);
        return issue.isFrozen()
                ? comparison.changes(Issue.label(before.name()), Nights.timePeriod(before.name()))
                : comparison.changes(before.name(), Integer.MAX_VALUE);
    }

    /// What the step found; as of a first issue where the job has no such step.
    Changes changes() {
        return changes == null ? Changes.FIRST : changes;
    }
}
