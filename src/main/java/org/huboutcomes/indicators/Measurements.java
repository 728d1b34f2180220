package org.huboutcomes.indicators;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.tables.QueryDependencies;
import org.huboutcomes.tables.QueryInputs;
import org.huboutcomes.tables.QueryRuns;

/// Updates `measured`: the query of an indicator runs again only if the rows it reads have changed.
final class Measurements {

    private static final String MEASURED = "measured";
    private static final String INDICATOR = "indicator";

    private final List<Indicator> indicators;
    private final Map<String, QueryInputs> reads;
    private final QueryRuns runs;
    private final Connection connection;

    /// @param dependencies the dependencies of the tables that indicators read
    Measurements(List<Indicator> indicators, QueryDependencies dependencies, QueryRuns runs, Connection connection) {
        this.indicators = indicators;
        this.reads = dependencies.inputsOf(
                indicators.stream().collect(Collectors.toMap(Indicator::path, Indicator::select)));
        this.runs = runs;
        this.connection = connection;
    }

    /// Indicators that are computed from other indicators' figures come after these.
    void bringUpToDate() {
        try {
            deleteUnknown();
            Map<Boolean, List<Indicator>> byOrder = indicators.stream()
                    .collect(Collectors.partitioningBy(
                            indicator -> reads(indicator).reads(MEASURED)));
            List<Indicator> first = Objects.requireNonNull(byOrder.get(false));
            bringUpToDate(first);
            Map<String, String> made = runs.rowsBy(MEASURED, INDICATOR);
            made.keySet().retainAll(first.stream().map(Indicator::name).toList());
            runs.readAs(MEASURED, made.toString());
            bringUpToDate(Objects.requireNonNull(byOrder.get(true)));
            runs.save();
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private void bringUpToDate(List<Indicator> wanted) throws SQLException {
        Map<String, String> before = runs.rowsBy(MEASURED, INDICATOR);
        List<Indicator> run = new ArrayList<>();
        for (Indicator indicator : wanted) {
            if (runs.isCurrent(indicator.path(), reads(indicator), rowsOf(indicator, before))) continue;
            delete(indicator);
            new Measurement(indicator, connection).run();
            run.add(indicator);
        }
        Map<String, String> after = runs.rowsBy(MEASURED, INDICATOR);
        for (Indicator indicator : run) runs.remember(indicator.path(), reads(indicator), rowsOf(indicator, after));
    }

    private static String rowsOf(Indicator indicator, Map<String, String> rows) {
        return rows.getOrDefault(indicator.name(), "");
    }

    private QueryInputs reads(Indicator indicator) {
        return Objects.requireNonNull(reads.get(indicator.path()), indicator.path());
    }

    private void delete(Indicator indicator) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from measured where indicator = ?")) {
            statement.setString(1, indicator.name());
            statement.executeUpdate();
        }
    }

    /// Deletes the figures of indicators that the catalogue no longer has.
    private void deleteUnknown() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from measured where indicator not in (select indicator from definition)");
        }
    }
}
