package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.intake.ArchiveJournal;
import org.huboutcomes.store.Store;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.tables.CatalogueTables;
import org.huboutcomes.tables.LedgerJournal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// A workspace with its catalogue and its open store. Only one process at a time can open it.
public final class OpenWorkspace implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenWorkspace.class);

    private final @Nullable WorkspaceLock lock;
    private final Workspace workspace;
    private final Settings settings;
    private final Catalogue catalogue;
    private final FileLimits limits;
    private final Store store;
    private final List<FileAction> whenStoreIsClosed = new ArrayList<>();

    private OpenWorkspace(
            @Nullable WorkspaceLock lock,
            Workspace workspace,
            Settings settings,
            Catalogue catalogue,
            FileLimits limits,
            Store store) {
        this.lock = lock;
        this.workspace = workspace;
        this.settings = settings;
        this.catalogue = catalogue;
        this.limits = limits;
        this.store = store;
    }

    /// Checks the settings and the catalogue, and then opens the store.
    public static OpenWorkspace open(Workspace workspace, Catalogue catalogue) throws IOException {
        return open(workspace, catalogue, workspace.storeFile(), () -> {
            new WorkspaceStamp(workspace).refuseMissingStore();
            PseudonymKey.refuseMissing(workspace);
        });
    }

    /// Opens the workspace for a command that only reads. While another run works, this is a copy made by the last
    /// finished nightly run.
    ///
    /// @param notice receives a sentence if it is a copy
    public static OpenWorkspace openToRead(Workspace workspace, Catalogue catalogue, Consumer<String> notice)
            throws IOException {
        try {
            return open(workspace, catalogue);
        } catch (Fault held) {
            if (held.exitCode() != ExitCode.WORKSPACE_LOCKED || !Files.exists(workspace.lastNight())) throw held;
            notice.accept("Another run is working, so this is from the last finished nightly run.");
            return openLastNight(workspace, catalogue);
        }
    }

    private static OpenWorkspace openLastNight(Workspace workspace, Catalogue catalogue) throws IOException {
        Settings settings = Settings.of(workspace);
        FileLimits limits = FileLimits.of(catalogue);
        Path folder = Files.createTempDirectory("last-night");
        Store store = null;
        try {
            Path copy = folder.resolve("outcomes.duckdb");
            Files.copy(workspace.lastNight(), copy);
            store = Store.open(copy, List.of(workspace.root()), settings.databaseMemory());
            OpenWorkspace open = new OpenWorkspace(null, workspace, settings, catalogue, limits, store);
            open.whenStoreIsClosed(() -> FileSystemUtils.deleteRecursively(folder));
            open.createTables(new WorkspaceStamp(workspace));
            return open;
        } catch (IOException | RuntimeException | Error e) {
            if (store != null) store.close();
            FileSystemUtils.deleteRecursively(folder);
            throw e;
        }
    }

    /// Copies the store, once it is closed, for commands that read during another run. This comes last, so if the
    /// copy cannot be written, the run still succeeds. There is then no copy until the next nightly run, because an
    /// older one could be mistaken for the last.
    public void keepForReaders() {
        whenStoreIsClosed(() -> {
            Path draft = AtomicFile.draft(workspace.lastNight());
            try {
                Files.copy(workspace.storeFile(), draft, StandardCopyOption.REPLACE_EXISTING);
                AtomicFile.place(draft, workspace.lastNight());
            } catch (IOException e) {
                LOG.warn(
                        "workspace: the copy of the store for commands that read during a run cannot be written: {}",
                        e.toString());
                for (Path file : List.of(draft, workspace.lastNight())) FileSystemUtils.deleteRecursively(file);
            }
        });
    }

    /// Opens a workspace with an empty store next to its own. If [#replaceStore()] was called, closing it sets the
    /// old store aside and puts the new one in its place. A run killed before that changes nothing.
    public static OpenWorkspace openEmpty(Workspace workspace, Catalogue catalogue) throws IOException {
        return open(workspace, catalogue, workspace.newStoreFile(), () -> new TemporaryFileCleanup(workspace).remove());
    }

    static OpenWorkspace open(Workspace workspace, Catalogue catalogue, Path storeFile, FileAction prepare)
            throws IOException {
        Settings settings = Settings.of(workspace.requireExists());
        FileLimits limits = FileLimits.of(catalogue);
        WorkspaceLock lock = WorkspaceLock.acquire(workspace);
        Store store = null;
        try {
            prepare.run();
            store = Store.open(storeFile, List.of(workspace.root()), settings.databaseMemory());
            OpenWorkspace open = new OpenWorkspace(lock, workspace, settings, catalogue, limits, store);
            open.createTables(new WorkspaceStamp(workspace));
            return open;
        } catch (IOException | RuntimeException | Error e) {
            if (store != null) store.close();
            lock.close();
            throw e;
        }
    }

    /// Queries the store as the last run left it, whatever its catalogue. Defines no tables or macros.
    public static <T> T ask(Workspace workspace, Function<Store, T> question) throws IOException {
        Settings settings = Settings.of(workspace.requireExists());
        try (WorkspaceLock lock = WorkspaceLock.acquire(workspace)) {
            new WorkspaceStamp(workspace).refuseMissingStore();
            try (Store store =
                    Store.open(workspace.storeFile(), List.of(workspace.root()), settings.databaseMemory())) {
                return question.apply(store);
            }
        }
    }

    /// Replaces the old store by the new one once it is closed.
    public void replaceStore() {
        replaceStore(new PreRestoreFiles(workspace));
    }

    void replaceStore(PreRestoreFiles replaced) {
        whenStoreIsClosed(() -> {
            replaced.keepStore();
            AtomicFile.place(workspace.newStoreFile(), workspace.storeFile());
        });
    }

    private void createTables(WorkspaceStamp stamp) throws IOException {
        try (Connection connection = store.dataSource().getConnection()) {
            CatalogueValidation validation = new CatalogueValidation(catalogue);
            validation.validateOnce(connection);
            DueDays due = DueDays.of(settings, catalogue);
            new CatalogueTables(catalogue).define(connection);
            stamp.refuseOther(connection);
            due.fill(connection);
            new Indicators(catalogue).describeOnce(connection);
            validation.recordValid(connection);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    public Workspace workspace() {
        return workspace;
    }

    public Settings settings() {
        return settings;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public FileLimits limits() {
        return limits;
    }

    public Store store() {
        return store;
    }

    /// The archive's journal, which is updated together with the ledger.
    public LedgerJournal journal() {
        return new LedgerJournal(store, new ArchiveJournal(workspace.archive()));
    }

    /// An action on the files of a workspace.
    public interface FileAction {
        void run() throws IOException;
    }

    /// Runs an action at the end, when the store is closed and the workspace is still locked.
    public void whenStoreIsClosed(FileAction action) {
        whenStoreIsClosed.add(action);
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            store.close();
            for (FileAction action : whenStoreIsClosed) action.run();
        }
    }
}
