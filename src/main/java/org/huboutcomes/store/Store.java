package org.huboutcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// A DuckDB file, opened by one process. Each connection is a duplicate of one root connection, so connections are
/// never shared or pooled. Transactions go through [#transactions()], which works around faults of the driver.
public final class Store implements AutoCloseable {

    private final DuckDBConnection root;
    private final DataSource dataSource;
    private final PlatformTransactionManager transactions;

    private Store(DuckDBConnection root) {
        this.root = root;
        this.dataSource = new Duplicates();
        this.transactions = new StoreTransactions(dataSource);
    }

    /// Opens the file, or creates it. SQL can then access only files in the given folders.
    ///
    /// @param memory the memory limit of DuckDB, such as `1GB`; beyond it, DuckDB spills to a folder beside the file
    public static Store open(Path file, List<Path> folders, String memory) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) create(file);
            Path spill = file.resolveSibling("spill");
            return hardened(connect("jdbc:duckdb:" + file), folders, spill, memory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Opens a file that is no longer written. Several processes may do so at once.
    public static Store openReadOnly(Path file, String memory) {
        try {
            Properties properties = new Properties();
            properties.setProperty("duckdb.read_only", "true");
            return hardened(
                    connect("jdbc:duckdb:" + file, properties), List.of(), file.resolveSibling("spill"), memory);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Copies the committed rows of tables into a new file in one of the folders that SQL can access.
    public void copyTables(List<String> tables, Path file) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.deleteIfExists(draft);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("attach " + quoted(draft.toString()) + " as copied");
            try {
                for (String table : tables) statement.execute("create table copied." + table + " as from " + table);
            } finally {
                statement.execute("detach copied");
            }
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// A store in memory for a few rows. Its SQL can access no files. Its queries are not optimised, because for a
    /// few rows finding the best plan takes longer than running any plan.
    public static Store inMemory() {
        try {
            Store store = new Store(connect("jdbc:duckdb:"));
            store.harden(List.of("threads = 1", "enable_optimizer = false"));
            return store;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private static DuckDBConnection connect(String url) throws SQLException {
        return connect(url, new Properties());
    }

    /// Calls the driver directly, because `DriverManager` would load every driver on the classpath.
    private static DuckDBConnection connect(String url, Properties properties) throws SQLException {
        return new DuckDBDriver().connect(url, properties).unwrap(DuckDBConnection.class);
    }

    /// Creates the file under a temporary name. DuckDB writes a new file in several steps, and cannot open one that a
    /// full disk or a kill left incomplete.
    private static void create(Path file) throws IOException, SQLException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.deleteIfExists(draft);
        Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".wal"));
        connect("jdbc:duckdb:" + draft).close();
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Store hardened(DuckDBConnection root, List<Path> folders, Path spill, String memory)
            throws SQLException {
        try {
            Store store = new Store(root);
            store.harden(folders, spill, memory);
            return store;
        } catch (SQLException | RuntimeException e) {
            root.close();
            throw e;
        }
    }

    private void harden(List<Path> folders, Path spill, String memory) throws SQLException {
        String allowed = folders.stream()
                .map(folder -> quoted(folder.toAbsolutePath().normalize() + "/"))
                .collect(Collectors.joining(", ", "[", "]"));
        harden(List.of(
                "allowed_directories = " + allowed,
                "temp_directory = " + quoted(spill.toAbsolutePath().toString()),
                "memory_limit = " + quoted(memory)));
    }

    /// Locks the configuration last: afterwards no setting can be changed.
    private void harden(List<String> settings) throws SQLException {
        List<String> all = new ArrayList<>(settings);
        all.addAll(List.of(
                "autoinstall_known_extensions = false",
                "autoload_known_extensions = false",
                "allow_community_extensions = false",
                "enable_external_access = false",
                "lock_configuration = true"));
        try (Statement statement = root.createStatement()) {
            for (String setting : all) statement.execute("set " + setting);
        }
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }

    /// An action on a connection.
    @FunctionalInterface
    public interface ConnectionCallback<T, E extends Exception> {
        T run(Connection connection) throws E;
    }

    /// Runs the callback on the connection of the current transaction.
    public <T, E extends Exception> T inTransaction(ConnectionCallback<T, E> callback) throws E {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return callback.run(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /// Runs the callback in a new transaction and rolls it back. An outer transaction is not affected.
    public <T> T inRolledBackTransaction(ConnectionCallback<T, RuntimeException> callback) {
        List<T> result = new ArrayList<>(1);
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        own.executeWithoutResult(status -> {
            status.setRollbackOnly();
            result.add(inTransaction(callback));
        });
        return result.get(0);
    }

    /// Writes committed data to the file and releases it for other processes.
    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private final class Duplicates extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            return root.duplicate();
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }
}
