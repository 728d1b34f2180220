package org.huboutcomes.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.tables.SqlStatement.Makes;

/// Runs the SQL files of a folder in order over an empty store, and refuses what would fail or surprise in a
/// nightly run.
public final class SqlValidation {

    private static final Pattern COMMENT = Pattern.compile("\\A-- ?\\S");

    private final Connection empty;

    private SqlValidation(Connection empty) {
        this.empty = empty;
    }

    /// Refuses a file that does not make the table or view that it is named after.
    ///
    /// @param empty a store with the formulas, and the tables of the folders before this one
    public static void tables(Catalogue catalogue, String folder, Connection empty) {
        new SqlValidation(empty).run(catalogue, folder);
    }

    /// Refuses a query that reads a table that does not exist.
    ///
    /// @param queries by the paths of their files
    /// @param store a store with all tables that they may read
    public static void refuseUnknownTables(Map<String, String> queries, Connection store) {
        Set<String> known = new SqlValidation(store).tablesThere();
        QueryDependencies.tablesNamedIn(queries).forEach((path, read) -> refuseUnknownTables(path, read, known));
    }

    /// Makes only the stored tables, which read no others.
    static void storedTables(Catalogue catalogue, Connection empty) {
        SqlValidation validation = new SqlValidation(empty);
        List<SqlFile> files = SqlFile.all(catalogue, Stream.of("tables"));
        files.forEach(SqlValidation::refuseText);
        for (SqlFile file : files)
            if (file.isStoredTable()) {
                file.run(empty);
                validation.refuseMissing(file);
            }
    }

    /// Refuses two files that make the same formula, and a file that makes none. Formulas are run with the tables, some
    /// of which they may read.
    static void formulas(Catalogue catalogue) {
        Map<String, SqlFile> makers = new HashMap<>();
        for (SqlFile file : SqlFile.all(catalogue, Stream.of("formulas"))) {
            refuseText(file);
            for (SqlStatement statement : file.statements()) {
                if (statement.makes() != Makes.FORMULA) continue;
                SqlFile other = makers.put(statement.name(), file);
                if (other != null && !other.equals(file))
                    throw new CatalogueFault("%s and %s both make the formula %s; rename one."
                            .formatted(other.path(), file.path(), statement.name()));
            }
            if (!makers.containsValue(file))
                throw new CatalogueFault(file.path() + " makes no formula; write create or replace macro ...");
        }
    }

    private void run(Catalogue catalogue, String folder) {
        List<SqlFile> files = SqlFile.all(catalogue, Stream.of(folder));
        files.forEach(SqlValidation::refuseText);
        // The formulas were run with the tables.
        SqlFolder sql = folder.equals("tables")
                ? new SqlFolder(catalogue, "formulas", "tables")
                : new SqlFolder(catalogue, folder);
        Set<String> known = tablesThere();
        for (SqlFile file : sql.those(file -> true))
            for (SqlStatement statement : file.statements())
                if (statement.makes() != Makes.FORMULA) known.add(statement.name());
        for (SqlFile file : sql.those(file -> true)) refuseUnknownTables(file.path(), sql.tablesReadBy(file), known);
        for (SqlFile file : sql.those(file -> true)) {
            file.run(empty);
            if (!file.isFormula()) refuseMissing(file);
            if (statesGrain(file)) refuseUnknownGrain(file);
        }
    }

    private static void refuseUnknownTables(String path, Set<String> read, Set<String> known) {
        Set<String> unknown = new TreeSet<>(read);
        unknown.removeAll(known);
        if (!unknown.isEmpty())
            throw new CatalogueFault("%s reads the table %s, which does not exist; correct the name."
                    .formatted(path, unknown.iterator().next()));
    }

    /// The existing tables in lower case, including DuckDB's own views.
    private Set<String> tablesThere() {
        try (PreparedStatement names = empty.prepareStatement("""
                        select lower(table_name) from duckdb_tables()
                        union
                        select lower(view_name) from duckdb_views()""");
                ResultSet rows = names.executeQuery()) {
            Set<String> tables = new HashSet<>();
            while (rows.next()) tables.add(rows.getString(1));
            return tables;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private static boolean statesGrain(SqlFile file) {
        return file.isIn("tables") || file.isIn("publish");
    }

    private static void refuseText(SqlFile file) {
        if (statesGrain(file)) Grain.of(file);
        if (!COMMENT.matcher(file.text()).find())
            throw new CatalogueFault(file.path()
                    + " does not begin with a comment; say in its first line what it holds: -- One row per ...");
        // Each nightly run finds the tables of the one before.
        if (!file.statements().stream().allMatch(SqlStatement::isRepeatable)
                || file.statements().isEmpty())
            throw new CatalogueFault(file.path() + " cannot be run twice; begin its statement with create or replace"
                    + (file.isIn("tables") ? ", or with create table if not exists where rows enter it." : "."));
    }

    private void refuseMissing(SqlFile file) {
        try (PreparedStatement table = empty.prepareStatement("from " + file.name() + " limit 0")) {
            table.getMetaData();
        } catch (SQLException e) {
            throw new CatalogueFault(
                    file.path() + " makes no table " + file.name() + "; a file is named after its table.", e);
        }
    }

    private void refuseUnknownGrain(SqlFile file) {
        Grain grain = Grain.of(file);
        try (PreparedStatement rows = empty.prepareStatement(
                "select " + String.join(", ", grain.columns()) + " from " + file.name() + " limit 0")) {
            rows.getMetaData();
        } catch (SQLException e) {
            throw CatalogueFault.refused(
                    file.path() + " states the grain " + grain + ", which its table does not have", e);
        }
    }
}
