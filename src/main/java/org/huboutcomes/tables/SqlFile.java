package org.huboutcomes.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.tables.SqlStatement.Makes;

/// One SQL file. Under `tables` and `publish` it makes the table of its name, under `formulas` its formulas.
record SqlFile(String folder, String name, String text) {

    static SqlFile of(Catalogue.Entry entry) {
        return new SqlFile(entry.folder(), entry.name(), entry.text());
    }

    static List<SqlFile> all(Catalogue catalogue, Stream<String> folders) {
        return folders.flatMap(folder -> catalogue.list(folder, "sql").stream())
                .map(SqlFile::of)
                .toList();
    }

    String path() {
        return "jobs/" + folder + "/" + name + ".sql";
    }

    List<SqlStatement> statements() {
        return SqlStatement.allOf(path(), text);
    }

    /// Whether it is in this folder of the catalogue, or in one below it.
    boolean isIn(String parent) {
        return folder.equals(parent) || folder.startsWith(parent + "/");
    }

    /// Its identifier, wherever it is below a folder of the catalogue: `tables/school`.
    String id() {
        return folder.split("/")[0] + "/" + name;
    }

    boolean isFormula() {
        return isIn("formulas");
    }

    /// Whether its rows are kept between runs and not computed from others. A view reads only stored tables, so it
    /// can be created as soon as they exist.
    boolean isStored() {
        return isStoredTable() || makesFirst(Makes.VIEW);
    }

    /// Whether rows are loaded into it.
    boolean isStoredTable() {
        return makesFirst(Makes.STORED_TABLE);
    }

    private boolean makesFirst(Makes makes) {
        return statements().stream().limit(1).anyMatch(statement -> statement.makes() == makes);
    }

    void run(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException e) {
            throw CatalogueFault.refused(path() + " cannot be run", e);
        }
    }
}
