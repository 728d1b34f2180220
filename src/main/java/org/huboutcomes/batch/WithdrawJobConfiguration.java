package org.huboutcomes.batch;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The job `withdraw`, after a submission was withdrawn: brings the tables up to date and writes new receipts. Figures
/// and reports follow with the next nightly run.
@Configuration(proxyBeanMethods = false)
@Import(NightlyJobConfiguration.class)
class WithdrawJobConfiguration {

    @Bean("withdraw")
    Job withdrawJob(JobRepository repository, RunLogListener runLog, Step tables, Step checks, Step receipts) {
        return new JobBuilder("withdraw", repository)
                .listener(runLog)
                .start(tables)
                .next(checks)
                .next(receipts)
                .build();
    }
}
