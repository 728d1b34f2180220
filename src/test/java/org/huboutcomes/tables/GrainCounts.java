package org.huboutcomes.tables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;

/// The number of rows of a table, and of different values in the columns of its stated grain. If these differ, two
/// rows have the same grain.
public record GrainCounts(String table, long rows, long grains) {

    /// For every table that a folder of the catalogue makes.
    public static List<GrainCounts> of(Connection connection, String folder) throws SQLException {
        String query = SqlFile.all(Catalogue.packaged(), Stream.of(folder)).stream()
                .map(file -> "select '%s', count(*), count(distinct row%s) from %s"
                        .formatted(file.name(), Grain.of(file), file.name()))
                .collect(Collectors.joining(" union all "));
        List<GrainCounts> counts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) counts.add(new GrainCounts(rows.getString(1), rows.getLong(2), rows.getLong(3)));
        }
        return counts;
    }

    public boolean isShared() {
        return rows != grains;
    }
}
