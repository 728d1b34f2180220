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

/// A transaction manager that corrects two faults of DuckDB's driver.
final class StoreTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    StoreTransactions(DataSource dataSource) {
        super(dataSource);
    }

    /// The driver begins a transaction at the first statement, but appending rows is not a statement. Without this,
    /// rows appended first would be visible to others at once and would survive a rollback.
    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        touch(connection);
    }

    /// After an error within a transaction, the driver's commit returns normally although all changes are lost. A
    /// statement before the commit throws instead.
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
