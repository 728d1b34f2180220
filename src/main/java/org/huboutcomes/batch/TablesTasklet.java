package org.huboutcomes.batch;

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

/// Step `tables`: rebuilds all tables that are derived from accepted rows.
final class TablesTasklet implements Tasklet {

    private final Store store;
    private final Catalogue catalogue;
    private final ReturnTypes types;

    TablesTasklet(Store store, Catalogue catalogue, ReturnTypes types) {
        this.types = types;
        this.store = store;
        this.catalogue = catalogue;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        return store.inTransaction(connection -> {
            new Indicators(catalogue).describe(connection);
            new Replacements(store, types).settleOlder();
            new CatalogueTables(catalogue).build(connection);
            return TaskletResult.finished(contribution, "tables rebuilt");
        });
    }
}
