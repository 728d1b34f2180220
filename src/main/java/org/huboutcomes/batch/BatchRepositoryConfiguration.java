package org.huboutcomes.batch;

import javax.sql.DataSource;
import org.huboutcomes.store.Store;
import org.huboutcomes.workspace.OpenWorkspace;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/// Spring Batch's job repository, in the store itself. Batch does not list DuckDB as a database, but DuckDB understands
/// enough of the PostgreSQL dialect (src/docs/decisions/0002). `KilledRunTest` guards this.
@Configuration
class BatchRepositoryConfiguration extends JdbcDefaultBatchConfiguration {

    private final Store store;

    BatchRepositoryConfiguration(OpenWorkspace open) {
        this.store = open.store();
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

    /// DuckDB has only this isolation level and refuses Batch's default.
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.REPEATABLE_READ;
    }

    /// Empty: a run starts its own job, and the default would build the steps of every job.
    @Override
    protected JobRegistry getJobRegistry() {
        return new MapJobRegistry();
    }
}
