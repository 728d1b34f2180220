package org.huboutcomes.batch.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.compare.FigureChanges;
import org.huboutcomes.delivery.SwappedFolder;
import org.huboutcomes.delivery.isolation.HubMarks;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.FilePermissions;
import org.huboutcomes.publish.Profile;
import org.huboutcomes.publish.Published;
import org.huboutcomes.store.Store;
import org.huboutcomes.workspace.Release;
import org.huboutcomes.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The inputs of a run's reports, for workers. Only the manager can open the store, so it copies the published
/// tables into a separate file, which any number of processes may read (src/docs/decisions/0034).
public final class ReportInputs implements AutoCloseable {

    private static final String TABLES = "published.duckdb";
    private static final String RELEASE = "release.json";
    private static final JsonMapper JSON = new JsonMapper();

    /// The release without the path of the workspace, which differs between machines.
    private record ReleaseDescription(
            LocalDate asOf,
            @Nullable AcademicYear year,
            List<String> hubs,
            List<String> networks,
            Profile profile,
            String name,
            @Nullable LocalDate correctionsBy,
            FigureChanges changes) {}

    private final Store store;
    private final ReportRendering rendering;

    private ReportInputs(Store store, ReportRendering rendering) {
        this.store = store;
        this.rendering = rendering;
    }

    /// Writes the inputs into a folder. The description is written last, so a folder that has it is complete.
    public static void write(Path folder, Store store, Release release, FigureChanges changes)
            throws IOException, SQLException {
        Files.createDirectories(folder);
        FilePermissions.makePrivate(folder);
        try (Connection connection = store.dataSource().getConnection()) {
            List<String> tables = new ArrayList<>(Published.tables(connection));
            tables.addAll(List.of(HubMarks.TABLE, HubMarks.SEARCHED));
            store.copyTables(tables, folder.resolve(TABLES));
        }
        ReleaseDescription description = new ReleaseDescription(
                release.asOf(),
                release.year(),
                release.hubs(),
                release.networks(),
                release.profile(),
                release.name(),
                release.correctionsBy(),
                release.isEdition() ? changes : FigureChanges.FIRST);
        AtomicFile.write(folder.resolve(RELEASE), JSON.writeValueAsString(description));
    }

    /// The name of the release whose inputs are in a folder; null if it has none.
    public static @Nullable String release(Path folder) {
        Path file = folder.resolve(RELEASE);
        return Files.exists(file)
                ? JSON.readValue(file, ReleaseDescription.class).name()
                : null;
    }

    public static ReportInputs open(Path folder, Workspace workspace, Catalogue catalogue, String memory)
            throws IOException, SQLException {
        ReleaseDescription description = JSON.readValue(folder.resolve(RELEASE), ReleaseDescription.class);
        Path target = description.name().equals(Release.NIGHT)
                ? workspace.published()
                : workspace.editions().resolve(description.name());
        Release release = new Release(
                description.asOf(),
                description.year(),
                description.hubs(),
                description.networks(),
                description.profile(),
                new SwappedFolder(target),
                description.name(),
                description.correctionsBy(),
                false);
        Store store = Store.openReadOnly(folder.resolve(TABLES), memory);
        try {
            ReportRendering rendering = new ReportRendering(store, catalogue, release, description::changes);
            rendering.prepare();
            return new ReportInputs(store, rendering);
        } catch (IOException | SQLException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    public ReportRendering rendering() {
        return rendering;
    }

    @Override
    public void close() {
        store.close();
    }
}
