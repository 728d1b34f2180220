package org.huboutcomes.tables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.store.StoreFault;

/// The tables of the catalogue: the stored ones, which accepted rows enter, and those that are made from them each
/// night.
public final class Tables {

    private final SqlFolder formulas;
    private final SqlFolder tables;

    public Tables(Catalogue catalogue) {
        formulas = new SqlFolder(catalogue, "formulas");
        tables = new SqlFolder(catalogue, "tables");
    }

    /// Makes the formulas, and the tables that are not there yet, so that every query can be run, if only over nothing.
    /// Does no harm when repeated.
    public void define(Connection connection) {
        formulas.run(connection);
        Set<String> there = tablesIn(connection);
        bringUpToDate(connection);
        tables.runThose(file -> file.isStored() || !there.contains(file.name()), connection);
    }

    private void bringUpToDate(Connection connection) {
        try {
            new StoredColumns(tables, connection).bringUpToDate();
        } catch (SQLException e) {
            throw StoreFault.of(e);
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

    /// Makes every derived table anew, in the caller's transaction.
    public void build(Connection connection) {
        tables.runThose(file -> !file.isStored(), connection);
    }
}
