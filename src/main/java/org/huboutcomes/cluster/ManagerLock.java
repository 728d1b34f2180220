package org.huboutcomes.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL advisory lock that lets one manager at a time use a job repository. It ends with its connection,
/// however the process ends. The workspace lock is a file; this one also works if a shared folder has no file
/// locks, or if two workspaces use the same database.
public final class ManagerLock implements AutoCloseable {

    private static final int CHECK_SECONDS = 5;

    private final JobDatabase database;
    private @Nullable Connection connection;

    private ManagerLock(JobDatabase database) {
        this.database = database;
    }

    /// @throws Fault with exit code 4 if another manager holds the lock
    public static ManagerLock acquire(JobDatabase database) throws SQLException {
        ManagerLock lock = new ManagerLock(database);
        lock.connect();
        return lock;
    }

    /// Takes the lock again if its connection was lost. Called before each step.
    ///
    /// @throws Fault with exit code 4 if another manager has taken it meanwhile
    public void requireHeld() throws SQLException {
        if (connection != null && connection.isValid(CHECK_SECONDS)) return;
        close();
        connect();
    }

    private void connect() throws SQLException {
        Connection own = database.dataSource().getConnection();
        try (PreparedStatement statement = own.prepareStatement(
                        "select pg_try_advisory_lock(hashtext('hub-outcomes'), hashtext(current_schema()))");
                ResultSet taken = statement.executeQuery()) {
            if (taken.next() && taken.getBoolean(1)) {
                connection = own;
                return;
            }
        } catch (SQLException e) {
            own.close();
            throw e;
        }
        own.close();
        throw new Fault(
                ExitCode.WORKSPACE_LOCKED,
                "Another run uses the database of the job repository; wait for it to end, or see `status`.");
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) connection.close();
        connection = null;
    }
}
