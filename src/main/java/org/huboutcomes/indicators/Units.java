package org.huboutcomes.indicators;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.huboutcomes.catalogue.CatalogueFault;

/// The units of one indicator, of which `explained_unit` holds those of one figure.
record Units(Indicator indicator, Connection connection) {

    private static final String OF_FIGURE =
            "from unit where network = ? and hub = ? and time_period = ? and education_phase = ? and breakdown = ?";

    void list(FigureKey figure) {
        try {
            Set<String> known = columns("from explained_unit");
            List<String> given = new ArrayList<>(columns(indicator.units() + "from unit"));
            given.retainAll(known);
            String insert = "insert into explained_unit by name " + indicator.units() + "select "
                    + String.join(", ", given) + " " + OF_FIGURE;
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                statement.setString(1, figure.network());
                statement.setString(2, figure.hub());
                statement.setInt(3, figure.timePeriod());
                statement.setString(4, figure.educationPhase());
                statement.setString(5, figure.breakdown());
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw CatalogueFault.refused("The units of " + indicator.path() + " cannot be listed", e);
        }
    }

    private Set<String> columns(String select) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            ResultSetMetaData described = statement.getMetaData();
            Set<String> columns = new TreeSet<>();
            for (int column = 1; column <= described.getColumnCount(); column++)
                columns.add(described.getColumnName(column));
            return columns;
        }
    }
}
