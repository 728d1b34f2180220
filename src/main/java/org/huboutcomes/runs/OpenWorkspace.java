package org.huboutcomes.runs;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.store.Store;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.tables.Tables;

/// A workspace with its catalogue and its open store: where work is done. Only one process at a time has it.
final class OpenWorkspace implements AutoCloseable {

    private final Held held;
    private final Workspace workspace;
    private final Catalogue catalogue;
    private final Store store;
    private final Settings settings;

    private OpenWorkspace(Held held, Workspace workspace, Settings settings, Catalogue catalogue, Store store) {
        this.held = held;
        this.workspace = workspace;
        this.settings = settings;
        this.catalogue = catalogue;
        this.store = store;
    }

    static OpenWorkspace open(Workspace workspace, Catalogue catalogue) throws IOException {
        Settings settings = Settings.of(workspace.orRefuse());
        Held held = Held.hold(workspace);
        Store store = null;
        try {
            store = Store.open(
                    workspace.store().resolve("outcomes.duckdb"), List.of(workspace.root()), settings.memory());
            OpenWorkspace made = new OpenWorkspace(held, workspace, settings, catalogue, store);
            made.define();
            return made;
        } catch (RuntimeException | Error e) {
            if (store != null) store.close();
            held.close();
            throw e;
        }
    }

    private void define() {
        try (Connection connection = store.dataSource().getConnection()) {
            new Tables(catalogue).define(connection);
            new Indicators(catalogue).describe(connection);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    Workspace workspace() {
        return workspace;
    }

    Settings settings() {
        return settings;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Store store() {
        return store;
    }

    @Override
    public void close() throws IOException {
        try (held) {
            store.close();
        }
    }
}
