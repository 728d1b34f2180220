package org.huboutcomes.batch.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.publish.Profile;
import org.huboutcomes.publish.PublicRanges;
import org.huboutcomes.store.Store;
import org.huboutcomes.workspace.Release;
import org.huboutcomes.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The ranges of public counts in a release: proposed when its files are complete, and recorded once the files are
/// in place. If a run is killed in between, the next run decides.
public final class ReleasedRanges {

    private final Store store;
    private final Workspace workspace;
    private final Release release;
    private final TransactionTemplate transaction;

    public ReleasedRanges(Store store, Workspace workspace, Release release) {
        this.store = store;
        this.workspace = workspace;
        this.release = release;
        this.transaction = new TransactionTemplate(store.transactions());
    }

    /// Called once the manifest of the release is written.
    void propose() throws IOException {
        if (release.profile() != Profile.PUBLIC) return;
        String manifest = Sha256.of(release.folder().next().resolve(Manifest.NAME));
        transaction.executeWithoutResult(status -> store.inTransaction(connection -> {
            new PublicRanges(connection).propose(release.name(), manifest);
            return true;
        }));
    }

    /// Called in the transaction of a step.
    public void settle() throws IOException {
        store.<Boolean, IOException>inTransaction(connection -> {
            PublicRanges ranges = new PublicRanges(connection);
            boolean isReleased = ranges.settle(this::manifest);
            if (isReleased) ranges.save(workspace.publicRanges());
            return isReleased;
        });
    }

    private @Nullable String manifest(String name) throws IOException {
        Path folder = name.equals(Release.NIGHT)
                ? workspace.published()
                : workspace.editions().resolve(name);
        Path manifest = folder.resolve(Manifest.NAME);
        return Files.isRegularFile(manifest) ? Sha256.of(manifest) : null;
    }
}
