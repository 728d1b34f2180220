package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Path;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.explain.Frozen;
import org.huboutcomes.publish.FigureFiles;
import org.huboutcomes.publish.Profile;
import org.huboutcomes.publish.Publication;
import org.huboutcomes.store.Store;

/// Step `publish`: the results, and the files of figures in the place where the next issue is made.
final class PublishFigures implements Work {

    private final Store store;
    private final Catalogue catalogue;
    private final Issue issue;

    PublishFigures(Store store, Catalogue catalogue, Issue issue) {
        this.store = store;
        this.catalogue = catalogue;
        this.issue = issue;
    }

    @Override
    public String run(Progress progress) throws IOException {
        issue.outbox().recover();
        return store.inTransaction(connection -> {
            Publication publication = new Publication(catalogue);
            publication.make(connection);
            if (issue.hasPublicReports()) publication.freeze(connection, issue.name());
            Path next = issue.outbox().begin();
            new FigureFiles(connection).write(next, issue.profile());
            Frozen.keep(catalogue, next);
            Path open = next.resolve(Profile.PUBLIC.code());
            if (issue.profile() == Profile.PUBLIC)
                Manifest.ofFigures(open, issue.name()).write(open);
            return "figures written";
        });
    }
}
