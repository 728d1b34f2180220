package org.huboutcomes.indicators;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.store.StoreFault;

/// The indicators of the catalogue, each measured by the one select of its file.
public final class Indicators {

    private static final Set<String> KEY = Set.of("network", "hub", "time_period", "education_phase", "breakdown");
    private static final Set<String> NUMBERS =
            Set.of("numerator", "denominator", "n", "value", "value_lower_ci", "value_upper_ci", "deff", "schools");

    private final List<Indicator> indicators;

    public Indicators(Catalogue catalogue) {
        indicators =
                catalogue.list("indicators", "sql").stream().map(Indicator::of).toList();
    }

    /// Fills `definition` and `measured` anew from all indicators, in the caller's transaction.
    public void measure(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from definition");
            statement.execute("delete from measured");
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
        for (Indicator indicator : indicators) {
            define(indicator, connection);
            measure(indicator, connection);
        }
    }

    private static void define(Indicator indicator, Connection connection) {
        String values = String.join(", ", Collections.nCopies(1 + Heading.KEYS.size(), "?"));
        try (PreparedStatement insert = connection.prepareStatement("insert into definition values (" + values + ")")) {
            insert.setString(1, indicator.name());
            for (int key = 0; key < Heading.KEYS.size(); key++)
                insert.setString(key + 2, indicator.says(Heading.KEYS.get(key)));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new CatalogueFault(indicator.path() + " cannot be defined: " + e.getMessage(), e);
        }
    }

    private static void measure(Indicator indicator, Connection connection) {
        refuseColumns(indicator, columns(indicator, connection));
        // By name: a column that an indicator does not give is null.
        String insert = "insert into measured by name select ? as indicator, * from (\n" + indicator.select() + "\n)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, indicator.name());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw cannotBeMeasured(indicator, e);
        }
    }

    private static Set<String> columns(Indicator indicator, Connection connection) {
        try (PreparedStatement statement = connection.prepareStatement(indicator.select())) {
            ResultSetMetaData described = statement.getMetaData();
            Set<String> columns = new TreeSet<>();
            for (int column = 1; column <= described.getColumnCount(); column++)
                columns.add(described.getColumnName(column));
            return columns;
        } catch (SQLException e) {
            throw cannotBeMeasured(indicator, e);
        }
    }

    private static void refuseColumns(Indicator indicator, Set<String> columns) {
        for (String column : columns)
            if (!KEY.contains(column) && !NUMBERS.contains(column))
                throw new CatalogueFault(
                        indicator.path() + " gives the column \"" + column + "\", which no figure has; a figure has "
                                + sorted(KEY) + " and any of " + sorted(NUMBERS) + ".");
        for (String column : new TreeSet<>(KEY))
            if (!columns.contains(column))
                throw new CatalogueFault(indicator.path() + " does not give the column \"" + column + "\".");
    }

    private static String sorted(Set<String> columns) {
        return columns.stream().sorted().collect(Collectors.joining(", "));
    }

    private static CatalogueFault cannotBeMeasured(Indicator indicator, SQLException e) {
        return new CatalogueFault(
                "Indicator " + indicator.name() + " (" + indicator.says("title") + ") cannot be measured: "
                        + e.getMessage(),
                e);
    }
}
