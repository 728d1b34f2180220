package org.huboutcomes.batch;

import org.huboutcomes.batch.reports.RefusedReportsListener;
import org.huboutcomes.workspace.Release;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The job `annual`: freezes an edition of one academic year. It runs the steps of a nightly run from the tables
/// onwards, and writes to the edition's folder. It updates tables and figures, because an import or a withdrawal
/// since the last nightly run may have changed which submissions are in force.
@Configuration(proxyBeanMethods = false)
@Import(NightlyJobConfiguration.class)
class AnnualJobConfiguration {

    @Bean("annual")
    Job annualJob(
            JobRepository repository,
            RunLogListener runLog,
            RefusedReportsListener refusedReports,
            Release release,
            Step tables,
            Step checks,
            Step indicators,
            Step publish,
            Step compare,
            Step reports,
            Step delivery) {
        JobBuilder job = new JobBuilder("annual", repository).listener(runLog).listener(refusedReports);
        // If a killed run has already frozen the edition, it only has to be delivered.
        if (release.isFrozen()) return job.start(delivery).build();
        return job.start(tables)
                .next(checks)
                .next(indicators)
                .next(publish)
                .next(compare)
                .next(reports)
                .next(delivery)
                .build();
    }
}
