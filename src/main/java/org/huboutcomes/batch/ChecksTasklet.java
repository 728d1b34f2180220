package org.huboutcomes.batch;

import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.checks.Checks;
import org.huboutcomes.store.Store;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/// Step `checks`: runs the queries of `jobs/checks` over everything in force.
final class ChecksTasklet implements Tasklet {

    private final Store store;
    private final Catalogue catalogue;

    ChecksTasklet(Store store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        new Checks(store, catalogue).run();
        return TaskletResult.finished(contribution, "checked");
    }
}
