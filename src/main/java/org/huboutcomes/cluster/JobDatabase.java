package org.huboutcomes.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.huboutcomes.workspace.Settings;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/// The PostgreSQL database that is used with more than one machine. It has the job repository, the queue of
/// partitions and their leases, and no returned data. Each transaction opens its own connection, so the next
/// transaction works again after the database was unavailable.
public final class JobDatabase {

    private static final int CONNECT_SECONDS = 10;

    private final DataSource dataSource;
    private final PlatformTransactionManager transactions;

    private JobDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
        this.transactions = new JdbcTransactionManager(dataSource);
    }

    /// The database named in the settings; empty if the job repository is in the store. No PostgreSQL class is
    /// loaded in that case.
    public static Optional<JobDatabase> of(Settings settings) throws SQLException {
        Settings.JobRepository place = settings.jobRepository();
        return place == null ? Optional.empty() : Optional.of(at(place, settings.cluster()));
    }

    private static JobDatabase at(Settings.JobRepository place, Settings.Cluster cluster) throws SQLException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(place.url());
        if (!place.user().isEmpty()) server.setUser(place.user());
        server.setPassword(System.getenv(place.passwordVariable()));
        server.setApplicationName("hub-outcomes");
        server.setConnectTimeout(CONNECT_SECONDS);
        server.setTcpKeepAlive(true);
        // If a process freezes within a transaction, the server ends the transaction with the lease and releases
        // its locks.
        server.setOptions(
                "-c idle_in_transaction_session_timeout=" + cluster.lease().toMillis());
        // The first connection does not wait: a failure at the start is usually a wrong address or password.
        try (Connection first = server.getConnection()) {
            return new JobDatabase(new PatientDataSource(server, cluster.patience()));
        }
    }

    /// Creates missing tables. Only the manager calls this, because two processes cannot create a table at once.
    public void define() {
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(
                        new ClassPathResource("batch-repository.sql"), new ClassPathResource("partition-queue.sql")),
                dataSource);
    }

    /// Whether a manager has created the tables.
    public boolean isDefined() {
        return JdbcClient.create(dataSource)
                .sql("select to_regclass('partition_lease') is not null")
                .query(Boolean.class)
                .single();
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }
}
