package org.huboutcomes.indicators;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.store.StoreFault;

/// The indicators of the catalogue, each measured by the one select of its file.
public final class Indicators {

    private final List<Indicator> indicators;

    public Indicators(Catalogue catalogue) {
        indicators = catalogue.list("indicators", "sql").stream()
                .map(Indicator::of)
                .sorted(Comparator.comparing(Indicator::readsFigures))
                .toList();
    }

    /// Fills `definition` where it is empty, so that what is read before anything is measured can be told by its name.
    public void describe(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet defined = statement.executeQuery("select 1 from definition limit 1")) {
            if (defined.next()) return;
            for (Indicator indicator : indicators) define(indicator, connection);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Fills `definition` and `measured` anew from all indicators, in the caller's transaction.
    public void measure(Connection connection) {
        try {
            empty(connection);
            for (Indicator indicator : indicators) {
                define(indicator, connection);
                new Measurement(indicator, connection).run();
            }
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Fills `explained_unit` with what one figure was counted from, in the caller's transaction: the units of its
    /// indicator, from the same query as its counts.
    public void listUnits(FigureKey figure, Connection connection) {
        Indicator indicator = indicators.stream()
                .filter(each -> each.name().equals(figure.indicator()))
                .findFirst()
                .orElseThrow(() -> new CatalogueFault("The catalogue has no indicator " + figure.indicator() + "."));
        new Units(indicator, connection).list(figure);
    }

    private static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from definition");
            statement.execute("delete from measured");
        }
    }

    private static void define(Indicator indicator, Connection connection) throws SQLException {
        String values = String.join(", ", Collections.nCopies(1 + Heading.KEYS.size(), "?"));
        try (PreparedStatement insert = connection.prepareStatement("insert into definition values (" + values + ")")) {
            insert.setString(1, indicator.name());
            for (int key = 0; key < Heading.KEYS.size(); key++)
                insert.setString(key + 2, indicator.says(Heading.KEYS.get(key)));
            insert.executeUpdate();
        }
    }
}
