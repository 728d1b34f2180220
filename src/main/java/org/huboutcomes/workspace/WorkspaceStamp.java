package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.intake.ArchiveJournal;
import org.huboutcomes.store.StoreFault;
import org.jspecify.annotations.Nullable;

/// The number that a workspace shares with its store. A store that is missing, or that belongs to another
/// workspace, is refused: an empty store would publish nothing and look like a success.
public final class WorkspaceStamp {

    private final Workspace workspace;
    private final Path file;

    public WorkspaceStamp(Workspace workspace) {
        this.workspace = workspace;
        this.file = workspace.archive().resolve("workspace.id");
    }

    /// @throws Fault with exit code 3 if the workspace has been used and its store is missing
    public void refuseMissingStore() throws IOException {
        if (Files.exists(workspace.storeFile()) || !hasBeenUsed()) return;
        throw new Fault(
                ExitCode.INVALID_SETUP,
                "The store " + workspace.storeFile()
                        + " is missing, although this workspace has been used. Put it back from a backup with"
                        + " `restore`, or build it again with `restore --from-archive`. Nothing was changed.");
    }

    /// Refuses a store of another workspace. Gives a new store its number, and creates the archive's journal before
    /// the first file is received.
    ///
    /// @throws Fault with exit code 3 if the archive that the store was filled from is missing
    /// @throws JournalFault if its journal is missing
    void refuseOther(Connection connection) throws IOException {
        try {
            String ofStore = ofStore(connection);
            String ofWorkspace = ofWorkspace();
            if (ofStore == null) {
                write(connection, ofWorkspace == null ? made() : ofWorkspace);
            } else if (ofWorkspace == null) {
                if (!hasFiles(workspace.archive()) && hasArchived(connection))
                    throw new Fault(
                            ExitCode.INVALID_SETUP,
                            "The archive " + workspace.archive() + " is empty, and its files are in the store's ledger."
                                    + " Put it back from a backup. Nothing was changed.");
                AtomicFile.write(file, ofStore + "\n");
            } else if (!ofStore.equals(ofWorkspace)) {
                throw new Fault(
                        ExitCode.INVALID_SETUP,
                        "The store " + workspace.storeFile() + " belongs to another workspace than "
                                + workspace.archive() + ". Put back the store of this workspace. Nothing was changed.");
            }
            ArchiveJournal journal = new ArchiveJournal(workspace.archive());
            if (!journal.exists() && hasSubmissions(connection)) throw journal.missing();
            journal.create();
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private boolean hasBeenUsed() throws IOException {
        return Files.exists(file)
                || hasFiles(workspace.archive())
                || Files.exists(workspace.published().resolve("manifest.csv"));
    }

    private static boolean hasFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return false;
        try (Stream<Path> all = Files.walk(folder)) {
            return all.anyMatch(Files::isRegularFile);
        }
    }

    private @Nullable String ofWorkspace() throws IOException {
        return Files.exists(file) ? Files.readString(file).strip() : null;
    }

    private String made() throws IOException {
        String id = UUID.randomUUID().toString();
        Files.createDirectories(workspace.archive());
        AtomicFile.write(file, id + "\n");
        return id;
    }

    private static @Nullable String ofStore(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select workspace from workspace_stamp")) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static void write(Connection connection, String id) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into workspace_stamp (workspace) values (?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
    }

    private static boolean hasSubmissions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("from submission limit 1")) {
            return row.next();
        }
    }

    /// Whether the ledger has a file that must still be archived.
    private static boolean hasArchived(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("from submission anti join removed_file using (submission) limit 1")) {
            return row.next();
        }
    }
}
