package org.huboutcomes.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.store.StoreFault;

/// The tables of the catalogue: stored tables, into which accepted rows are loaded, and derived tables, which are
/// made from them.
public final class CatalogueTables {

    /// All columns of the store as one hash.
    private static final String SHAPE = """
            select ' ' || coalesce(sum(hash(table_name, column_index, column_name, data_type, is_nullable)), 0)
            from duckdb_columns()
            where schema_name = 'main' and not internal
            """;

    private final Catalogue catalogue;
    private final String fingerprint;
    private final SqlFolder sql;
    private final List<SqlFile> upgrades;
    private final CatalogueLists lists;

    public CatalogueTables(Catalogue catalogue) {
        this.catalogue = catalogue;
        fingerprint = catalogue.fingerprint("sql", "formulas", "tables")
                + catalogue.fingerprint("yaml", CatalogueLists.FOLDERS);
        sql = new SqlFolder(catalogue, "formulas", "tables");
        upgrades = catalogue.list("upgrades", "sql").stream().map(SqlFile::of).toList();
        lists = new CatalogueLists(catalogue);
    }

    /// Equal for two catalogues that make the same tables.
    String fingerprint() {
        return fingerprint;
    }

    /// Creates the formulas and any missing tables, and fills the tables of the catalogue's own lists, so that
    /// every query can be run. It can be repeated, and does nothing in a store that these files have made.
    public void define(Connection connection) {
        define(connection, false);
    }

    /// The same in the caller's transaction, which is rolled back. The store may be from a newer catalogue: columns
    /// that this catalogue does not have are dropped.
    public void defineForOnce(Connection connection) {
        define(connection, true);
    }

    private void define(Connection connection, boolean forOnce) {
        Set<String> there = tablesIn(connection);
        try {
            if (there.contains("defined") && isDefined(connection)) return;
            // The query of an upgrade may use a formula. A formula that reads a table is created after the table.
            sql.runThose(file -> file.isFormula() && sql.tablesReadBy(file).isEmpty(), connection);
            new StoredColumns(sql, upgrades, connection, forOnce).bringUpToDate();
            sql.runThose(file -> isToMake(file, there), connection);
            forgetDefined(connection);
            fillLists(connection);
            rememberDefined(connection);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private boolean isToMake(SqlFile file, Set<String> there) {
        if (file.isFormula()) return !sql.tablesReadBy(file).isEmpty();
        return file.isStored() || !there.contains(file.name());
    }

    private boolean isDefined(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from defined where fingerprint = ? || (" + SHAPE + ")")) {
            statement.setString(1, fingerprint);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /// Fills the tables of the catalogue's own lists: networks, returns and survey items.
    public void fillLists(Connection connection) {
        try {
            lists.fill(connection);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Done first, so that the lists are filled again if the run is killed meanwhile.
    private static void forgetDefined(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from defined");
        }
    }

    private void rememberDefined(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into defined (fingerprint) select ? || (" + SHAPE + ")")) {
            insert.setString(1, fingerprint);
            insert.executeUpdate();
        }
    }

    private static Set<String> tablesIn(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select table_name from information_schema.tables")) {
            Set<String> names = new HashSet<>();
            while (rows.next()) names.add(rows.getString(1));
            return names;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Updates all derived tables in the caller's transaction.
    public void build(Connection connection) {
        sql.bringUpToDate(derived(), new QueryRuns(catalogue, connection), connection);
    }

    /// All derived tables, in the order in which they are built.
    List<SqlFile> derived() {
        return sql.those(CatalogueTables::isDerived);
    }

    /// Updates only the derived tables that queries read, in the caller's transaction. The others are left
    /// unchanged.
    ///
    /// @param queries the queries, by any name
    public void buildFor(Map<String, String> queries, Connection connection) {
        sql.bringUpToDate(derivedFor(queries), new QueryRuns(catalogue, connection), connection);
    }

    /// The derived tables that queries read, directly or indirectly, in the order in which they are built.
    List<SqlFile> derivedFor(Map<String, String> queries) {
        Set<SqlFile> read = sql.filesReadBy(queries);
        return sql.those(file -> isDerived(file) && read.contains(file));
    }

    private static boolean isDerived(SqlFile file) {
        return !file.isFormula() && !file.isStored();
    }
}
