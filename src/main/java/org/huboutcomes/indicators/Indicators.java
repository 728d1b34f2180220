package org.huboutcomes.indicators;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.tables.QueryDependencies;
import org.huboutcomes.tables.QueryRuns;

/// The indicators of the catalogue, each computed by the query in its file.
public final class Indicators {

    private final Catalogue catalogue;
    private final List<Indicator> indicators;
    private final Supplier<QueryDependencies> dependencies;

    public Indicators(Catalogue catalogue) {
        this.catalogue = catalogue;
        indicators =
                catalogue.list("indicators", "sql").stream().map(Indicator::of).toList();
        dependencies = () -> new QueryDependencies(catalogue, "tables");
    }

    /// Fills the `definition` table if it is empty, so that messages can name indicators before any are computed.
    public void describeOnce(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet defined = statement.executeQuery("select 1 from definition limit 1")) {
            if (!defined.next()) describe(connection);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Refills `definition`, in the caller's transaction. Tables are built afterwards: they use the returns that an
    /// indicator needs to determine the contributing hubs.
    public void describe(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from definition");
            for (Indicator indicator : indicators) define(indicator, connection);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Refills `definition` and brings `measured` up to date, in the caller's transaction.
    public void measure(Connection connection) {
        describe(connection);
        new Measurements(indicators, dependencies.get(), new QueryRuns(catalogue, connection), connection)
                .bringUpToDate();
    }

    /// Fills `explained_unit` with the units of one figure, from the same query as its counts, in the caller's
    /// transaction.
    public void listUnits(FigureKey figure, Connection connection) {
        Indicator indicator = indicators.stream()
                .filter(each -> each.name().equals(figure.indicator()))
                .findFirst()
                .orElseThrow(() -> new CatalogueFault("The catalogue has no indicator " + figure.indicator() + "."));
        new Units(indicator, connection).list(figure);
    }

    private static void define(Indicator indicator, Connection connection) throws SQLException {
        String columns = Heading.KEYS.stream().map(key -> key.replace(' ', '_')).collect(Collectors.joining(", "));
        String values = String.join(", ", Collections.nCopies(1 + Heading.KEYS.size(), "?"));
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into definition (indicator, " + columns + ") values (" + values + ")")) {
            insert.setString(1, indicator.name());
            for (int key = 0; key < Heading.KEYS.size(); key++)
                insert.setString(key + 2, indicator.says(Heading.KEYS.get(key)));
            insert.executeUpdate();
        }
    }
}
