package org.huboutcomes.indicators;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.huboutcomes.catalogue.CatalogueFault;

/// Runs the query of one indicator into `measured`. A row outside the published levels and breakdowns would be lost, so
/// it is refused.
record Measurement(Indicator indicator, Connection connection) {

    private static final Set<String> KEY =
            new TreeSet<>(Set.of("network", "hub", "time_period", "education_phase", "breakdown"));
    private static final String PUBLIC_COUNTS = "public_counts";
    private static final Pattern NUMBER =
            Pattern.compile("TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UINTEGER|UBIGINT|FLOAT|DOUBLE|DECIMAL.*");
    private static final Set<String> NUMBERS = new TreeSet<>(Set.of(
            "numerator",
            "denominator",
            "n",
            "value",
            "value_lower_ci",
            "value_upper_ci",
            "public_value",
            "public_lower_ci",
            "public_upper_ci",
            PUBLIC_COUNTS,
            "deff",
            "schools",
            "groups",
            "in_both",
            "in_this_only",
            "in_last_only",
            "in_neither"));

    void run() {
        columns();
        measure();
    }

    /// Runs a query whose columns were already validated.
    void measure() {
        try {
            insert();
            refuseUnknownBreakdown();
            refuseDuplicates();
        } catch (SQLException e) {
            throw notMeasured(e);
        }
    }

    private CatalogueFault notMeasured(SQLException e) {
        return CatalogueFault.refused(
                "Indicator " + indicator.name() + " (" + indicator.says("title") + ") cannot be measured", e);
    }

    /// Validates the columns of the query without running it.
    ///
    /// @return their names
    Set<String> validate() {
        Map<String, String> columns = columns();
        columns.forEach(this::refuseType);
        return columns.keySet();
    }

    private Map<String, String> columns() {
        try (PreparedStatement statement = connection.prepareStatement(indicator.select())) {
            ResultSetMetaData described = statement.getMetaData();
            Map<String, String> columns = new TreeMap<>();
            for (int column = 1; column <= described.getColumnCount(); column++)
                columns.put(described.getColumnName(column), described.getColumnTypeName(column));
            refuseColumns(columns.keySet());
            return columns;
        } catch (SQLException e) {
            throw notMeasured(e);
        }
    }

    private void refuseType(String column, String type) {
        if (column.equals(PUBLIC_COUNTS)) {
            if (!type.matches("(INTEGER|BIGINT|HUGEINT)\\[]"))
                throw new CatalogueFault(indicator.path() + " gives the column \"" + column + "\" as " + type
                        + "; give it as a list of whole numbers.");
            return;
        }
        boolean number = NUMBER.matcher(type).matches();
        if (isWord(column) ? !type.equals("VARCHAR") : !number)
            throw new CatalogueFault("%s gives the column \"%s\" as %s; give it as %s."
                    .formatted(indicator.path(), column, type, isWord(column) ? "varchar" : "a number"));
    }

    private static boolean isWord(String column) {
        return KEY.contains(column) && !column.equals("time_period");
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

    /// Inserts by column name; columns that the query does not give are null.
    private void insert() throws SQLException {
        String insert = "insert into measured by name select ? as indicator, * from (\n" + indicator.select() + "\n)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, indicator.name());
            statement.executeUpdate();
        }
    }

    private void refuseUnknownBreakdown() throws SQLException {
        if (indicator.takesBreakdownsFromData()) return;
        List<String> headed = List.of(indicator.says("breakdowns").split(", "));
        for (String breakdown : texts("select distinct breakdown from measured where indicator = ? order by all"))
            if (!headed.contains(breakdown))
                throw new CatalogueFault(indicator.path() + " gives the breakdown \"" + breakdown
                        + "\", which its heading does not name.");
    }

    private void refuseDuplicates() throws SQLException {
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
