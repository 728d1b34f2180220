package org.huboutcomes.tables;

import java.sql.Connection;
import org.huboutcomes.catalogue.Catalogue;

/// The tables of the catalogue: the stored ones, which accepted rows enter, and those that are made from them each
/// night.
public final class Tables {

    private final SqlFolder formulas;
    private final SqlFolder tables;

    public Tables(Catalogue catalogue) {
        formulas = new SqlFolder(catalogue, "formulas");
        tables = new SqlFolder(catalogue, "tables");
    }

    /// Makes the formulas, and the stored tables that are not there yet. Does no harm when repeated.
    public void define(Connection connection) {
        formulas.run(connection);
        tables.runThose(SqlFile::isStored, connection);
    }

    /// Makes every derived table anew, in the caller's transaction.
    public void build(Connection connection) {
        tables.runThose(file -> !file.isStored(), connection);
    }
}
