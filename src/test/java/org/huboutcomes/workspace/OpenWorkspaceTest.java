package org.huboutcomes.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.cli.TestWorkspace;
import org.huboutcomes.files.AtomicFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenWorkspaceTest {

    /// The copy cannot be written where a folder has its name.
    @Test
    void aCopyForReadersThatCannotBeWrittenEndsNoRun(@TempDir Path folder) throws IOException {
        Workspace workspace = new Workspace(TestWorkspace.in(folder).root());
        workspace.makeFoldersPrivate();
        Files.writeString(workspace.lastNight(), "an earlier night");
        Path draft = AtomicFile.draft(workspace.lastNight());
        Files.createDirectories(draft.resolve("in the way"));
        OpenWorkspace open = OpenWorkspace.open(workspace, Catalogue.packaged());
        Path done = folder.resolve("done");
        try (open) {
            open.keepForReaders();
            open.whenStoreIsClosed(() -> Files.createFile(done));
        }
        assertThat(done).exists();
        assertThat(draft).doesNotExist();
        assertThat(workspace.lastNight()).as("of an earlier night").doesNotExist();
    }
}
