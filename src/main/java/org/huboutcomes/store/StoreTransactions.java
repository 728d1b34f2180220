package org.huboutcomes.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Transactions over DuckDB's driver that begin when they say so and fail when they must.
final class StoreTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    StoreTransactions(DataSource dataSource) {
        super(dataSource);
    }

    /// The driver begins a transaction at the first statement, and an appender is none: rows appended first would stay
    /// after a rollback, and be seen by others at once.
    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        touch(connection);
    }

    /// After an error inside a transaction the driver's commit returns as if all were well, and everything is lost. A
    /// statement before the commit fails loudly instead.
    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        try {
            touch(((ConnectionHolder) resource()).getConnection());
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
        super.doCommit(status);
    }

    private Object resource() {
        Object holder = TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) throw new IllegalStateException("a commit without a transaction");
        return holder;
    }

    private static void touch(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }
}
