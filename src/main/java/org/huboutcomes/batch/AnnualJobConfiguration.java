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

/// The job `annual`: freezes an edition of one academic year. It has the steps of a nightly run from the tables on,
/// and writes to the folder of the edition. Tables and figures are brought up to date, because an import or a
/// withdrawal since the last nightly run has changed which submissions are in force.
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
        // If a killed run had already frozen the edition, it is only delivered.
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
