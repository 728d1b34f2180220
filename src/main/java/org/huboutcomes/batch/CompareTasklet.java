package org.huboutcomes.batch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huboutcomes.compare.Comparison;
import org.huboutcomes.compare.FigureChanges;
import org.huboutcomes.compare.Snapshot;
import org.huboutcomes.store.Store;
import org.huboutcomes.workspace.Editions;
import org.huboutcomes.workspace.Release;
import org.huboutcomes.workspace.Snapshots;
import org.huboutcomes.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/// Step `compare`: finds which figures changed and why. An edition is compared with the previous edition, for its
/// reports; the published folder is compared with the last nightly run, for the nightly note.
final class CompareTasklet implements Tasklet {

    private final Store store;
    private final Snapshots snapshots;
    private final Release release;
    private final Editions editions;
    private @Nullable FigureChanges changes;

    CompareTasklet(Store store, Workspace workspace, Release release) {
        this.store = store;
        this.snapshots = new Snapshots(workspace);
        this.release = release;
        this.editions = new Editions(workspace);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        Snapshot now = new Snapshot(release.name(), release.folder().next());
        Optional<Snapshot> before =
                release.isEdition() ? snapshots.editionBefore(release.name()) : snapshots.lastNight();
        if (release.isEdition() && before.isPresent())
            editions.requireWhole(before.get().name());
        FigureChanges found = before.isEmpty() ? FigureChanges.FIRST : changes(before.get(), now);
        changes = found;
        return TaskletResult.finished(contribution, found + (release.isEdition() ? "" : damagedSince(before)));
    }

    /// Stored figures of a nightly run that cannot be read are left out, and the result says so.
    private String damagedSince(Optional<Snapshot> before) throws IOException {
        List<Snapshot> damaged =
                snapshots.damagedNightsAfter(before.map(Snapshot::name).orElse(""));
        return damaged.isEmpty()
                ? ""
                : "; left out, because it cannot be read: "
                        + damaged.stream().map(Snapshot::name).collect(Collectors.joining(", "))
                        + " (see `doctor`)";
    }

    private FigureChanges changes(Snapshot before, Snapshot now) throws IOException {
        Comparison comparison = new Comparison(store, before, now);
        return release.isEdition()
                ? comparison.changes(Release.label(before.name()), Snapshots.timePeriod(before.name()))
                : comparison.changes(before.name(), Integer.MAX_VALUE);
    }

    /// The result of the step; no changes if the job does not have this step or has not reached it.
    FigureChanges changes() {
        return changes == null ? FigureChanges.FIRST : changes;
    }
}
