package org.huboutcomes.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.checks.ChecksValidation;
import org.huboutcomes.delivery.mail.ReportMailer;
import org.huboutcomes.files.Program;
import org.huboutcomes.indicators.IndicatorsValidation;
import org.huboutcomes.reports.ReportsValidation;
import org.huboutcomes.reports.pack.DataPack;
import org.huboutcomes.reports.paper.ReportResources;
import org.huboutcomes.returns.NetworksValidation;
import org.huboutcomes.returns.ReturnsValidation;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.tables.CatalogueTables;
import org.huboutcomes.tables.SqlValidation;
import org.huboutcomes.tables.TablesValidation;

/// Validates a whole catalogue, built in or edited, before it is used. Each package validates the files that it reads;
/// this class calls them all. Queries are tried in an empty store in memory, so an invalid catalogue never touches the
/// store of the workspace.
final class CatalogueValidation {

    private static final String LEDGER = "tables/ledger";

    private static final Set<String> BESIDE = Set.of("limits", "message");

    /// The catalogues that this process has validated; `schedule` opens its workspace many times.
    private static final Set<String> VALIDATED = ConcurrentHashMap.newKeySet();

    private final Catalogue catalogue;
    private final String fingerprint;

    CatalogueValidation(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.fingerprint = fingerprint(catalogue);
    }

    /// Changes when a file of the catalogue or the program changes: another release may validate differently.
    static String fingerprint(Catalogue catalogue) {
        return catalogue.fingerprint() + " " + Program.state();
    }

    /// Validates the catalogue unless this store records it as valid; validation takes a second or two.
    ///
    /// @throws CatalogueFault if the catalogue is invalid
    void validateOnce(Connection store) throws SQLException {
        if (VALIDATED.contains(fingerprint) || isRecordedValid(store)) return;
        validate(catalogue);
        VALIDATED.add(fingerprint);
    }

    private boolean isRecordedValid(Connection store) throws SQLException {
        try (Statement statement = store.createStatement();
                ResultSet table = statement.executeQuery(
                        "select 1 from duckdb_tables() where table_name = 'validated_catalogue'")) {
            if (!table.next()) return false;
        }
        try (PreparedStatement statement =
                store.prepareStatement("select 1 from validated_catalogue where fingerprint = ?")) {
            statement.setString(1, fingerprint);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /// Records in a store with the tables of the catalogue that the catalogue is valid.
    void recordValid(Connection store) throws SQLException {
        if (isRecordedValid(store)) return;
        try (PreparedStatement statement =
                store.prepareStatement("insert into validated_catalogue (fingerprint) values (?)")) {
            statement.setString(1, fingerprint);
            statement.executeUpdate();
        }
    }

    /// Validates a catalogue.
    ///
    /// @throws CatalogueFault with the first fault
    static void validate(Catalogue catalogue) {
        catalogue.validate();
        refuseStrayFiles(catalogue);
        refuseMissingLedger(catalogue);
        FileLimits.of(catalogue);
        ReportMailer.validate(catalogue);
        ReturnTypes types = ReturnsValidation.validate(catalogue);
        NetworksValidation.validate(catalogue, types);
        try (Store empty = Store.inMemory();
                Connection connection = empty.dataSource().getConnection()) {
            TablesValidation.validate(catalogue, types, connection);
            new CatalogueTables(catalogue).fillLists(connection);
            ChecksValidation.validate(catalogue, types, connection);
            IndicatorsValidation.validate(catalogue, types, connection);
            SqlValidation.tables(catalogue, "publish", connection);
            SqlValidation.tables(catalogue, "explain", connection);
            ReportsValidation.validate(catalogue, connection);
            DataPack.validate(ReportResources.packaged());
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Refuses a catalogue without one of the tables in which the program records its work, for example one copied
    /// from an earlier release.
    private static void refuseMissingLedger(Catalogue catalogue) {
        Set<String> there = catalogue.list(LEDGER, "sql").stream()
                .map(Catalogue.Entry::name)
                .collect(Collectors.toSet());
        for (Catalogue.Entry needed : Catalogue.packaged().list(LEDGER, "sql"))
            if (!there.contains(needed.name()))
                throw new CatalogueFault(
                        "jobs/" + LEDGER + "/" + needed.name()
                                + ".sql is missing, and the program needs its table; copy it from the catalogue of this release.");
    }

    /// Refuses YAML files directly in the catalogue's folder, apart from the two that are used.
    private static void refuseStrayFiles(Catalogue catalogue) {
        for (String name : catalogue.beside())
            if (!BESIDE.contains(name))
                throw new CatalogueFault("jobs/" + name + ".yaml is not used; remove it or move it to its folder.");
    }
}
