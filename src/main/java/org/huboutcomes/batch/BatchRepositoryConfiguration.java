package org.huboutcomes.batch;

import javax.sql.DataSource;
import org.huboutcomes.batch.workers.RepositoryPlace;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/// Spring Batch's job repository, in the store itself or in PostgreSQL. Batch does not list DuckDB as a database, but
/// DuckDB understands enough of the PostgreSQL dialect (src/docs/decisions/0002). `KilledRunTest` guards this.
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

    /// DuckDB has only this isolation level and refuses Batch's default. In PostgreSQL one manager alone creates jobs.
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.REPEATABLE_READ;
    }

    /// Batch refuses to record a new step within a transaction of the client, which could be rolled back with it. A
    /// transaction of the store is none of the other database: partitions of files are recorded while one is open.
    @Override
    protected boolean getValidateTransactionState() {
        return place.holdsData();
    }

    /// Empty: a run starts its own job, and the default would build the steps of every job.
    @Override
    protected JobRegistry getJobRegistry() {
        return new MapJobRegistry();
    }
}
