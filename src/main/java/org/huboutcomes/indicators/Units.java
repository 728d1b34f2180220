package org.huboutcomes.indicators;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.huboutcomes.catalogue.CatalogueFault;

/// Lists what an indicator counts; `explained_unit` holds the units of one figure.
record Units(Indicator indicator, Connection connection) {

    private static final List<String> KEY = List.of("network", "hub", "time_period", "education_phase", "breakdown");
    private static final List<String> COUNTS = List.of("numerator", "denominator", "n");

    private static final String OF_FIGURE =
            "from unit where network = ? and hub = ? and time_period = ? and education_phase = ? and breakdown = ?";

    /// Refuses units that could not explain a figure.
    void validate() {
        try {
            Set<String> given = columns(indicator.units() + "from unit");
            for (String key : KEY)
                if (!given.contains(key))
                    throw new CatalogueFault(indicator.path() + " lists units without the column \"" + key + "\".");
            given.retainAll(columns("from explained_unit"));
            if (Collections.disjoint(given, COUNTS))
                throw new CatalogueFault(indicator.path() + " lists units that add to none of "
                        + String.join(", ", COUNTS) + "; give one of these columns.");
            given.removeAll(COUNTS);
            if (given.isEmpty())
                throw new CatalogueFault(indicator.path()
                        + " lists units that cannot be identified; give lineage, or claim and row_number, or member.");
        } catch (SQLException e) {
            throw notListed(e);
        }
    }

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
            throw notListed(e);
        }
    }

    private CatalogueFault notListed(SQLException e) {
        return CatalogueFault.refused("The units of " + indicator.path() + " cannot be listed", e);
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
