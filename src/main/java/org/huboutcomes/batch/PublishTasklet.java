package org.huboutcomes.batch;

import java.io.IOException;
import java.nio.file.Path;
import org.huboutcomes.batch.reports.ReleasedRanges;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.compare.Snapshot;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.publish.FigureFiles;
import org.huboutcomes.publish.Profile;
import org.huboutcomes.publish.Publication;
import org.huboutcomes.store.Store;
import org.huboutcomes.workspace.Release;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/// Step `publish`: computes the results, and writes the figures to the folder that is swapped in later.
final class PublishTasklet implements Tasklet {

    private final Store store;
    private final Catalogue catalogue;
    private final Release release;
    private final ReleasedRanges ranges;

    PublishTasklet(Store store, Catalogue catalogue, Release release, ReleasedRanges ranges) {
        this.store = store;
        this.catalogue = catalogue;
        this.release = release;
        this.ranges = ranges;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        release.folder().recover();
        ranges.settle();
        return store.inTransaction(connection -> {
            Publication publication = new Publication(catalogue);
            publication.make(connection);
            Path next = release.folder().begin();
            new FigureFiles(connection).write(next, release.profile());
            Snapshot.keep(catalogue, next);
            Path open = next.resolve(Profile.PUBLIC.code());
            if (release.profile() == Profile.PUBLIC)
                Manifest.ofFigures(open, release.name()).write(open);
            return TaskletResult.finished(contribution, "figures written");
        });
    }
}
