package org.huboutcomes.indicators;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.store.TableAppender;
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

    /// Refills `definition` in the caller's transaction. Called before tables are built, because they need to know
    /// which returns an indicator needs in order to determine the contributing hubs.
    public void describe(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from definition");
            try (TableAppender definition = TableAppender.to("definition", connection, columns())) {
                for (Indicator indicator : indicators) definition.row(row(indicator));
            }
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Refills `definition` and updates `measured`, in the caller's transaction.
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

    private static List<String> columns() {
        return Stream.concat(Stream.of("indicator"), Heading.KEYS.stream().map(key -> key.replace(' ', '_')))
                .toList();
    }

    private static Object[] row(Indicator indicator) {
        return Stream.concat(Stream.of(indicator.name()), Heading.KEYS.stream().map(key -> value(key, indicator)))
                .toArray();
    }

    private static Object value(String key, Indicator indicator) {
        String text = indicator.says(key);
        return key.equals("version") ? Integer.valueOf(text) : text;
    }
}
