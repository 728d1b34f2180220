package org.huboutcomes.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Waits for a database that does not answer, so that a run survives a restart of the database.
final class PatientDataSource extends DelegatingDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(PatientDataSource.class);
    private static final long POLL_MILLISECONDS = 500;

    /// Not reachable, connection broken, shutting down, crashed, starting up, too many connections: the SQLStates in
    /// appendix A of PostgreSQL's manual.
    private static final Set<String> AWAY = Set.of("08001", "08006", "57P01", "57P02", "57P03", "53300");

    private final Duration patience;

    PatientDataSource(DataSource database, Duration patience) {
        super(database);
        this.patience = patience;
    }

    @Override
    public Connection getConnection() throws SQLException {
        long begun = System.nanoTime();
        boolean isTold = false;
        while (true) {
            try {
                return super.getConnection();
            } catch (SQLException e) {
                if (!AWAY.contains(e.getSQLState()) || System.nanoTime() - begun > patience.toNanos()) throw e;
                if (!isTold) LOG.warn("batch: the job repository does not answer; waiting for it");
                isTold = true;
                sleep(e);
            }
        }
    }

    private static void sleep(SQLException why) throws SQLException {
        try {
            Thread.sleep(POLL_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw why;
        }
    }
}
