package org.huboutcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.duckdb.DuckDBConnection;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// One DuckDB file, held by one process. Connections are duplicates of one root, so that none is ever shared, pooled
/// or handed on broken; transactions go through [#transactions()], which closes the driver's traps.
public final class Store implements AutoCloseable {

    private final DuckDBConnection root;
    private final DataSource dataSource;
    private final PlatformTransactionManager transactions;

    private Store(DuckDBConnection root) {
        this.root = root;
        this.dataSource = new Duplicates();
        this.transactions = new StoreTransactions(dataSource);
    }

    /// Opens or makes the file, and from then on lets SQL touch no file outside the given folders.
    ///
    /// @param memory what DuckDB may take, in its own words, such as `1GB`; beyond it, it spills beside the file
    public static Store open(Path file, List<Path> folders, String memory) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) make(file);
            Path spill = file.resolveSibling("spill");
            return hardened(connect("jdbc:duckdb:" + file), folders, spill, memory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// A store that lives as long as the process: for trying things out.
    public static Store inMemory() {
        try {
            return new Store(connect("jdbc:duckdb:"));
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private static DuckDBConnection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, new Properties()).unwrap(DuckDBConnection.class);
    }

    /// DuckDB makes a file in several writes, and cannot open one of which a full disk or a kill left it only the
    /// first.
    private static void make(Path file) throws IOException, SQLException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.deleteIfExists(draft);
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

    /// The order matters: once the configuration is locked, nothing more can be set.
    private void harden(List<Path> folders, Path spill, String memory) throws SQLException {
        String allowed = folders.stream()
                .map(folder -> quoted(folder.toAbsolutePath().normalize() + "/"))
                .collect(Collectors.joining(", ", "[", "]"));
        try (Statement statement = root.createStatement()) {
            for (String setting : List.of(
                    "allowed_directories = " + allowed,
                    "autoinstall_known_extensions = false",
                    "autoload_known_extensions = false",
                    "allow_community_extensions = false",
                    "temp_directory = " + quoted(spill.toAbsolutePath().toString()),
                    "memory_limit = " + quoted(memory),
                    "enable_external_access = false",
                    "lock_configuration = true")) statement.execute("set " + setting);
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

    /// What is done with a connection.
    @FunctionalInterface
    public interface Doing<T, E extends Exception> {
        T with(Connection connection) throws E;
    }

    /// Does it on the connection of the transaction that is open.
    public <T, E extends Exception> T inTransaction(Doing<T, E> doing) throws E {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return doing.with(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /// Does it in a transaction of its own, which is rolled back, so that nothing is changed by it, not in the
    /// transaction that may be open either.
    public <T> T onTrial(Doing<T, RuntimeException> doing) {
        List<T> done = new ArrayList<>(1);
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        own.executeWithoutResult(status -> {
            status.setRollbackOnly();
            done.add(inTransaction(doing));
        });
        return done.get(0);
    }

    /// Writes what has been committed into the file itself and frees it for the next process.
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
