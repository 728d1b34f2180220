package org.huboutcomes.batch;

import javax.sql.DataSource;
import org.huboutcomes.batch.workers.RepositoryPlace;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/// Spring Batch's job repository, in the store itself or in PostgreSQL. Batch does not support DuckDB officially,
/// but DuckDB understands enough of the PostgreSQL dialect (src/docs/decisions/0002). `KilledRunTest` checks this.
@Configuration
class BatchRepositoryConfiguration extends JdbcDefaultBatchConfiguration {

    private final RepositoryPlace place;

    BatchRepositoryConfiguration(RepositoryPlace place) {
        this.place = place;
    }

    @Override
    protected DataSource getDataSource() {
        return place.dataSource();
    }

    @Override
    protected PlatformTransactionManager getTransactionManager() {
        return place.transactions();
    }

    @Override
    protected String getDatabaseType() {
        return "POSTGRES";
    }

    /// DuckDB has only this isolation level and refuses Batch's default. In PostgreSQL only the manager creates
    /// jobs.
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.REPEATABLE_READ;
    }

    /// By default, Batch refuses to record a step within a transaction of the caller, because a rollback would lose
    /// the record. But partitions of files are recorded while a transaction of the store is open, which is another
    /// database.
    @Override
    protected boolean getValidateTransactionState() {
        return place.holdsData();
    }

    /// An empty registry, because a run starts its own job, and the default would build the steps of every job.
    @Override
    protected JobRegistry getJobRegistry() {
        return new MapJobRegistry();
    }
}
