package org.huboutcomes.runs;

import javax.sql.DataSource;
import org.huboutcomes.store.Store;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/// Spring Batch's repository in the store itself. DuckDB is not on Batch's list of databases, but speaks enough of
/// PostgreSQL's dialect; the test that kills a load guards this (src/docs/decisions/0002).
@Configuration
class BatchRepository extends JdbcDefaultBatchConfiguration {

    private final Store store;

    BatchRepository(Store store) {
        this.store = store;
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(new ClassPathResource("batch-repository.sql")), store.dataSource());
    }

    @Override
    protected DataSource getDataSource() {
        return store.dataSource();
    }

    @Override
    protected PlatformTransactionManager getTransactionManager() {
        return store.transactions();
    }

    @Override
    protected String getDatabaseType() {
        return "POSTGRES";
    }

    /// The only level that DuckDB has; it refuses the one that Batch asks for by default.
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.REPEATABLE_READ;
    }
}
