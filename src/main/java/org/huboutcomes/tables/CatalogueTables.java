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

/// The tables of the catalogue: the stored ones, which accepted rows enter, and those that are made from them each
/// night.
public final class CatalogueTables {

    /// All columns that the store has, as one number.
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

    /// The same for two catalogues that make the same tables.
    String fingerprint() {
        return fingerprint;
    }

    /// Makes the formulas and the tables that are not there yet, and fills those that hold what the catalogue itself
    /// lists, so that every query can be run. It may be repeated, and does nothing in a store that these files made.
    public void define(Connection connection) {
        define(connection, false);
    }

    /// The same in the caller's transaction, which is rolled back. The store may be of a newer catalogue: columns that
    /// this one does not have are left out.
    public void defineForOnce(Connection connection) {
        define(connection, true);
    }

    private void define(Connection connection, boolean forOnce) {
        Set<String> there = tablesIn(connection);
        try {
            if (there.contains("defined") && isDefined(connection)) return;
            // A query of an upgrade may use a formula; a formula that reads a table is made after the table.
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

    /// Fills the tables that hold what the catalogue itself lists: networks, returns and survey items.
    public void fillLists(Connection connection) {
        try {
            lists.fill(connection);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Done first: a run that is killed while it fills the lists fills them again when it is next started.
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

    /// Brings every derived table up to date, in the caller's transaction.
    public void build(Connection connection) {
        sql.bringUpToDate(derived(), new QueryRuns(catalogue, connection), connection);
    }

    /// All derived tables, in the order in which they are made.
    List<SqlFile> derived() {
        return sql.those(CatalogueTables::isDerived);
    }

    /// Brings up to date only those derived tables that queries read, in the caller's transaction. The others stay as
    /// they were.
    ///
    /// @param queries by any name
    public void buildFor(Map<String, String> queries, Connection connection) {
        sql.bringUpToDate(derivedFor(queries), new QueryRuns(catalogue, connection), connection);
    }

    /// The derived tables that queries read, directly or by way of others, in the order in which they are made.
    List<SqlFile> derivedFor(Map<String, String> queries) {
        Set<SqlFile> read = sql.filesReadBy(queries);
        return sql.those(file -> isDerived(file) && read.contains(file));
    }

    private static boolean isDerived(SqlFile file) {
        return !file.isFormula() && !file.isStored();
    }
}
