package org.huboutcomes.batch;

import java.time.LocalDate;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.CatalogueTables;
import org.huboutcomes.tables.Replacements;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Step `tables`: updates all tables that are derived from accepted rows.
final class TablesTasklet implements Tasklet {

    private final Store store;
    private final Catalogue catalogue;
    private final ReturnTypes types;
    private final LocalDate asOf;

    /// @param asOf the day of the run, which decides for which years returns are expected by now
    TablesTasklet(Store store, Catalogue catalogue, ReturnTypes types, LocalDate asOf) {
        this.types = types;
        this.asOf = asOf;
        this.store = store;
        this.catalogue = catalogue;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        return store.inTransaction(connection -> {
            new Indicators(catalogue).describe(connection);
            setDay();
            new Replacements(store, types).migrateOlderClaims();
            new CatalogueTables(catalogue).build(connection);
            return TaskletResult.finished(contribution, "tables up to date");
        });
    }

    private void setDay() {
        JdbcClient sql = JdbcClient.create(store.dataSource());
        sql.sql("delete from run_day").update();
        sql.sql("insert into run_day (as_of) values (?)").param(asOf).update();
    }
}
