package org.huboutcomes.indicators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.publish.Publication;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.CatalogueTables;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/// Measures the time for all figures of a workspace's store, and how it grows with ten times as many engagement rows,
/// each for a different participant. Not a test: run it by hand with a workspace and DuckDB's memory limit.
///
/// ```
/// java -cp ... org.huboutcomes.indicators.NationalBench WORKSPACE 1GB
/// ```
final class NationalBench {

    private final Store store;
    private final Catalogue catalogue = Catalogue.packaged();

    private NationalBench(Store store) {
        this.store = store;
    }

    public static void main(String[] arguments) throws Exception {
        Path copy = Files.createTempDirectory("bench").resolve("outcomes.duckdb");
        Files.copy(Path.of(arguments[0], "store", "outcomes.duckdb"), copy);
        for (int times : List.of(1, 10))
            try (Store store = Store.open(copy, List.of(copy.getParent()), arguments[1])) {
                NationalBench bench = new NationalBench(store);
                // Outside a transaction: an older store is upgraded in its own.
                try (Connection connection = store.dataSource().getConnection()) {
                    new CatalogueTables(bench.catalogue).define(connection);
                }
                if (times > 1) bench.multiply(times);
                bench.run(times);
            }
    }

    private void multiply(int times) throws Exception {
        inTransaction(connection -> execute(
                connection,
                "insert into engagement by name select * exclude (copy)"
                        + " replace (participant || '-' || copy as participant) from engagement cross join range(1, "
                        + times + ") as copies (copy)"));
    }

    private void run(int times) throws Exception {
        long rows = count("engagement");
        // Once cold, then warm, with one transaction per step as in a nightly run.
        for (String pass : List.of("cold", "warm")) {
            long begun = System.nanoTime();
            double tables = inTransaction(connection -> new CatalogueTables(catalogue).build(connection));
            double indicators = inTransaction(connection -> new Indicators(catalogue).measure(connection));
            double publish = inTransaction(connection -> new Publication(catalogue).make(connection));
            System.out.printf(
                    Locale.ROOT,
                    "x%d, %d engagement rows, %s: CPU tables %.1f s, indicators %.1f s, publish %.1f s; wall %.1f s; %d figures, %s%n",
                    times,
                    rows,
                    pass,
                    tables,
                    indicators,
                    publish,
                    (System.nanoTime() - begun) / 1e9,
                    count("result"),
                    peak());
        }
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    /// @return CPU seconds of all processors for the work and its commit, which do not depend on the load of the
    /// machine
    private double inTransaction(Work work) {
        double begun = processorSeconds();
        new TransactionTemplate(store.transactions()).executeWithoutResult(status -> {
            Connection connection = DataSourceUtils.getConnection(store.dataSource());
            try {
                work.with(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } finally {
                DataSourceUtils.releaseConnection(connection, store.dataSource());
            }
        });
        return processorSeconds() - begun;
    }

    private static double processorSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L)
                / 1e3;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String table) throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Where the operating system provides it.
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return "peak memory unknown";
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .map(line -> "peak " + line.replaceAll("\\D", "") + " kB")
                    .findFirst()
                    .orElse("peak memory unknown");
        }
    }
}
