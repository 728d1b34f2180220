package org.huboutcomes.indicators;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.huboutcomes.catalogue.CatalogueFault;

/// One indicator's select, run as it stands into `measured`. What it gives beyond the matrix would never be published,
/// so it is refused.
record Measurement(Indicator indicator, Connection connection) {

    private static final Set<String> KEY =
            new TreeSet<>(Set.of("network", "hub", "time_period", "education_phase", "breakdown"));
    private static final Set<String> NUMBERS = new TreeSet<>(
            Set.of("numerator", "denominator", "n", "value", "value_lower_ci", "value_upper_ci", "deff", "schools"));

    void run() {
        try {
            refuseColumns(columns());
            insert();
            refuseUnheardBreakdown();
            refuseTwice();
        } catch (SQLException e) {
            throw new CatalogueFault(
                    "Indicator " + indicator.name() + " (" + indicator.says("title") + ") cannot be measured: "
                            + e.getMessage(),
                    e);
        }
    }

    private Set<String> columns() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(indicator.select())) {
            ResultSetMetaData described = statement.getMetaData();
            Set<String> columns = new TreeSet<>();
            for (int column = 1; column <= described.getColumnCount(); column++)
                columns.add(described.getColumnName(column));
            return columns;
        }
    }

    private void refuseColumns(Set<String> columns) {
        for (String column : columns)
            if (!KEY.contains(column) && !NUMBERS.contains(column))
                throw new CatalogueFault(indicator.path() + " gives the column \"" + column
                        + "\", which no figure has; a figure has " + String.join(", ", KEY) + " and any of "
                        + String.join(", ", NUMBERS) + ".");
        for (String column : KEY)
            if (!columns.contains(column))
                throw new CatalogueFault(indicator.path() + " does not give the column \"" + column + "\".");
    }

    /// By name: a column that the indicator does not give is null.
    private void insert() throws SQLException {
        String insert = "insert into measured by name select ? as indicator, * from (\n" + indicator.select() + "\n)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, indicator.name());
            statement.executeUpdate();
        }
    }

    private void refuseUnheardBreakdown() throws SQLException {
        if (indicator.takesBreakdownsFromData()) return;
        List<String> headed = List.of(indicator.says("breakdowns").split(", "));
        for (String breakdown : texts("select distinct breakdown from measured where indicator = ? order by all"))
            if (!headed.contains(breakdown))
                throw new CatalogueFault(indicator.path() + " gives the breakdown \"" + breakdown
                        + "\", which its heading does not name.");
    }

    private void refuseTwice() throws SQLException {
        for (String cell : texts("""
                select hub || ', ' || time_period || ', ' || education_phase || ', ' || breakdown
                from measured
                where indicator = ?
                group by network, hub, time_period, education_phase, breakdown
                having count(*) > 1
                order by all
                """))
            throw new CatalogueFault(indicator.path() + " gives more than one row for " + cell + ".");
    }

    private Set<String> texts(String select) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, indicator.name());
            Set<String> values = new TreeSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) values.add(rows.getString(1));
            }
            return values;
        }
    }
}
