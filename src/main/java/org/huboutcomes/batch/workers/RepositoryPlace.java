package org.huboutcomes.batch.workers;

import javax.sql.DataSource;
import org.huboutcomes.cluster.JobDatabase;
import org.huboutcomes.store.Store;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;

/// Where the job repository and its tables are.
///
/// @param holdsData whether the data is in the same database
public record RepositoryPlace(DataSource dataSource, PlatformTransactionManager transactions, boolean holdsData) {

    /// In the store itself, so that the data and Spring Batch's record of it are committed together.
    static RepositoryPlace in(Store store) {
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(new ClassPathResource("batch-repository.sql")), store.dataSource());
        return new RepositoryPlace(store.dataSource(), store.transactions(), true);
    }

    /// In PostgreSQL. A kill between the two commits does no harm, because each step finds out what there is to do.
    static RepositoryPlace in(JobDatabase database) {
        return new RepositoryPlace(database.dataSource(), database.transactions(), false);
    }
}
