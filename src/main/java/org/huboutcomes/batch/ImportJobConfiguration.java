package org.huboutcomes.batch;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The job `import`: reads the files in the import folder and writes their receipts. It has the first steps of a
/// nightly run.
@Configuration(proxyBeanMethods = false)
@Import(NightlyJobConfiguration.class)
class ImportJobConfiguration {

    @Bean("import")
    Job importJob(
            JobRepository repository,
            RunLogListener runLog,
            Step intake,
            Step returns,
            Step tables,
            Step checks,
            Step receipts) {
        return new JobBuilder("import", repository)
                .listener(runLog)
                .start(intake)
                .next(returns)
                .next(tables)
                .next(checks)
                .next(receipts)
                .build();
    }
}
