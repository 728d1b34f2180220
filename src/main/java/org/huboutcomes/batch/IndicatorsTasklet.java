package org.huboutcomes.batch;

import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.store.Store;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/// Step `indicators`: brings every figure up to date, with one query for each indicator.
final class IndicatorsTasklet implements Tasklet {

    private final Store store;
    private final Catalogue catalogue;

    IndicatorsTasklet(Store store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        return store.inTransaction(connection -> {
            new Indicators(catalogue).measure(connection);
            return TaskletResult.finished(contribution, "indicators computed");
        });
    }
}
