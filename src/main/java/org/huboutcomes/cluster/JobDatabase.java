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

/// The PostgreSQL database of a site with more than one machine. It holds the job repository, the queue of partitions
/// and their leases, and nothing of what was returned. Each transaction has its own connection, so a database that was
/// away is met again by the next transaction.
public final class JobDatabase {

    private static final int CONNECT_SECONDS = 10;

    private final DataSource dataSource;
    private final PlatformTransactionManager transactions;

    private JobDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
        this.transactions = new JdbcTransactionManager(dataSource);
    }

    /// The database of the settings; empty where the job repository is in the store. No class of PostgreSQL is loaded
    /// then.
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
        // A process that is frozen within a transaction loses it with its lease, and with it the locks it holds.
        server.setOptions(
                "-c idle_in_transaction_session_timeout=" + cluster.lease().toMillis());
        // Reached once without patience: what is wrong at the start is mostly the address or the password.
        try (Connection first = server.getConnection()) {
            return new JobDatabase(new PatientDataSource(server, cluster.patience()));
        }
    }

    /// Creates what is missing. Called by the manager alone, because two processes cannot create a table at once.
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
