package org.huboutcomes.batch;

import java.io.IOException;
import java.util.Objects;
import org.huboutcomes.batch.reports.RefusedReportsListener;
import org.huboutcomes.batch.reports.ReleasedRanges;
import org.huboutcomes.batch.reports.RenderReportsTasklet;
import org.huboutcomes.batch.reports.ReportAggregator;
import org.huboutcomes.batch.reports.ReportPartitioner;
import org.huboutcomes.batch.reports.ReportRendering;
import org.huboutcomes.batch.returns.FileLookup;
import org.huboutcomes.batch.returns.PendingFile;
import org.huboutcomes.batch.returns.ReadAheadProcessor;
import org.huboutcomes.batch.returns.ReturnFileProcessor;
import org.huboutcomes.batch.returns.ReturnFileReader;
import org.huboutcomes.batch.returns.ReturnFileWriter;
import org.huboutcomes.batch.returns.ScreenedSubmission;
import org.huboutcomes.batch.returns.SharedScreening;
import org.huboutcomes.batch.workers.Manager;
import org.huboutcomes.batch.workers.PartitionWork;
import org.huboutcomes.batch.workers.RemoteReports;
import org.huboutcomes.batch.workers.RemoteScreening;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.Ledger;
import org.huboutcomes.tables.SubmissionLoader;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.PseudonymKey;
import org.huboutcomes.workspace.Release;
import org.huboutcomes.workspace.RunLog;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.integration.async.AsyncItemProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/// The job `nightly`: from dropped files to published figures and reports. The other jobs use some of its steps.
///
/// A step is named after the package that does its work, and its log lines begin with that name. Each step finds out
/// what there is to do, so a killed run can be repeated (src/docs/decisions/0003).
@Configuration(proxyBeanMethods = false)
class NightlyJobConfiguration {

    private final JobRepository repository;
    private final RunRequest request;
    private final OpenWorkspace open;
    private final Catalogue catalogue;
    private final Store store;
    private final RunLog log;
    private final Manager manager;

    NightlyJobConfiguration(
            JobRepository repository, RunRequest request, OpenWorkspace open, RunLog log, Manager manager) {
        this.repository = repository;
        this.request = request;
        this.open = open;
        this.catalogue = open.catalogue();
        this.store = open.store();
        this.log = log;
        this.manager = manager;
    }

    @Bean("nightly")
    Job nightlyJob(
            RunLogListener runLog,
            RefusedReportsListener refusedReports,
            Step intake,
            Step returns,
            Step tables,
            Step checks,
            Step receipts,
            Step indicators,
            Step publish,
            Step compare,
            Step reports,
            Step delivery) {
        return new JobBuilder("nightly", repository)
                // Called in reverse order after the job, because the run log must include refused reports.
                .listener(runLog)
                .listener(refusedReports)
                .start(intake) // archives complete files in import/ and records them in the ledger
                .next(returns) // reads each file, checks every cell, and loads it in its own transaction
                .next(tables) // brings all tables up to date that are derived from accepted rows
                .next(checks) // runs checks that need more than one row
                .next(receipts) // writes receipts
                .next(indicators) // brings every figure up to date, with one query for each indicator
                .next(publish) // adds intervals, symbols and comparisons, and writes the published files
                .next(compare) // finds which figures changed since the last run, and why
                .next(reports) // renders PDFs and data packs for hubs whose figures changed
                .next(delivery) // swaps in the whole published folder and sends reports
                .build();
    }

    @Bean
    Step intake(RunLogListener runLog) {
        return tasklet("intake", new ImportFilesTasklet(open, request.asOf(), log), runLog);
    }

    /// A chunk is one file, so that a submission and its ledger row are written in one transaction. Files are screened
    /// ahead on all processors, and written by one thread in the order of their numbers.
    @Bean
    Step returns(
            ReturnFileReader returnFileReader,
            ReadAheadProcessor<PendingFile, ScreenedSubmission> readAhead,
            ReturnFileWriter returnFileWriter,
            SharedScreening sharedScreening,
            RunLogListener runLog) {
        return new StepBuilder("returns", repository)
                .<PendingFile, ScreenedSubmission>chunk(1)
                .transactionManager(store.transactions())
                .reader(returnFileReader)
                .processor(readAhead)
                .writer(returnFileWriter)
                .listener(runLog)
                .listener(manager)
                .listener(new JournalListener(open, request.asOf()))
                .listener(sharedScreening)
                .build();
    }

    /// Reads the files in this process or lets workers read them.
    @Bean
    SharedScreening sharedScreening(ReturnTypes returnTypes) {
        return manager.workers(repository)
                .<SharedScreening>map(workers -> new RemoteScreening(open, returnTypes, workers))
                .orElse(SharedScreening.NONE);
    }

    @Bean
    ReturnFileReader returnFileReader(
            FileLookup archive,
            Screening screening,
            SharedScreening sharedScreening,
            ThreadPoolTaskExecutor screeningExecutor) {
        String version = ReturnFileProcessor.version(catalogue);
        return new ReturnFileReader(
                store,
                archive,
                screening,
                () -> new Ledger(store).pending(version),
                screeningExecutor,
                log,
                sharedScreening);
    }

    @Bean
    AsyncItemProcessor<PendingFile, ScreenedSubmission> returnFileProcessor(
            FileLookup archive,
            Screening screening,
            SharedScreening sharedScreening,
            ThreadPoolTaskExecutor screeningExecutor) {
        AsyncItemProcessor<PendingFile, ScreenedSubmission> asynchronous =
                new AsyncItemProcessor<>(new ReturnFileProcessor(archive, screening, sharedScreening));
        asynchronous.setTaskExecutor(screeningExecutor);
        return asynchronous;
    }

    @Bean
    ReadAheadProcessor<PendingFile, ScreenedSubmission> readAhead(
            AsyncItemProcessor<PendingFile, ScreenedSubmission> returnFileProcessor,
            ReturnFileReader returnFileReader,
            ThreadPoolTaskExecutor screeningExecutor) {
        return new ReadAheadProcessor<>(
                returnFileProcessor, returnFileReader::upcoming, 2 * screeningExecutor.getCorePoolSize() - 1);
    }

    @Bean
    ReturnFileWriter returnFileWriter(ReturnTypes returnTypes) {
        return new ReturnFileWriter(new SubmissionLoader(store, returnTypes), ReturnFileProcessor.version(catalogue));
    }

    @Bean
    Step tables(ReturnTypes returnTypes, RunLogListener runLog) {
        return tasklet("tables", new TablesTasklet(store, catalogue, returnTypes, request.asOf()), runLog);
    }

    @Bean
    Step checks(RunLogListener runLog) {
        return tasklet("checks", new ChecksTasklet(store, catalogue), runLog);
    }

    @Bean
    Step receipts(ReturnTypes returnTypes, RunLogListener runLog) throws IOException {
        return tasklet("receipts", new ReceiptsTasklet(open, returnTypes, yearOfTemplates()), runLog);
    }

    private @Nullable AcademicYear yearOfTemplates() {
        return request.job().equals("nightly") ? AcademicYear.of(request.asOf()) : null;
    }

    @Bean
    Step indicators(RunLogListener runLog) {
        return tasklet("indicators", new IndicatorsTasklet(store, catalogue), runLog);
    }

    @Bean
    Step publish(Release release, ReleasedRanges releasedRanges, RunLogListener runLog) {
        return tasklet("publish", new PublishTasklet(store, catalogue, release, releasedRanges), runLog);
    }

    @Bean
    Step compare(CompareTasklet compareTasklet, RunLogListener runLog) {
        return tasklet("compare", compareTasklet, runLog);
    }

    @Bean
    CompareTasklet compareTasklet(Release release) {
        return new CompareTasklet(store, open.workspace(), release);
    }

    /// Has a partition for each hub and network. Several partitions are rendered at the same time.
    @Bean
    Step reports(
            ReportRendering rendering,
            PartitionHandler reportHandler,
            ReleasedRanges releasedRanges,
            RunLogListener runLog) {
        return new StepBuilder("reports", repository)
                .partitioner(PartitionWork.REPORTS, new ReportPartitioner(rendering, log))
                .partitionHandler(reportHandler)
                .aggregator(new ReportAggregator(rendering, releasedRanges))
                .listener(runLog)
                .listener(manager)
                .build();
    }

    /// Renders on threads of this process or lets workers render.
    @Bean
    PartitionHandler reportHandler(
            ReportRendering rendering,
            Release release,
            CompareTasklet compareTasklet,
            ObjectProvider<Step> reportsOfRecipient,
            ObjectProvider<ThreadPoolTaskExecutor> reportExecutor) {
        return manager.workers(repository)
                .map(workers ->
                        workers.reports(log, new RemoteReports(open, release, rendering, compareTasklet::changes)))
                .orElseGet(() -> {
                    TaskExecutorPartitionHandler local = new TaskExecutorPartitionHandler();
                    local.setStep(reportsOfRecipient.getObject());
                    local.setTaskExecutor(reportExecutor.getObject());
                    return local;
                });
    }

    @Bean
    Step reportsOfRecipient(RenderReportsTasklet renderReportsTasklet) {
        return new StepBuilder(PartitionWork.REPORTS, repository)
                .tasklet(renderReportsTasklet, store.transactions())
                .build();
    }

    @Bean
    @StepScope
    RenderReportsTasklet renderReportsTasklet(
            @Value("#{stepExecutionContext['recipient']}") String recipient, ReportRendering rendering) {
        return new RenderReportsTasklet(recipient, rendering, log);
    }

    @Bean
    ReportRendering rendering(Release release, CompareTasklet compareTasklet) {
        return new ReportRendering(store, catalogue, release, compareTasklet::changes);
    }

    @Bean
    Step delivery(
            Release release,
            CompareTasklet compareTasklet,
            ReportRendering rendering,
            ReleasedRanges releasedRanges,
            RunLogListener runLog) {
        return tasklet(
                "delivery", new DeliveryTasklet(open, release, compareTasklet, rendering, releasedRanges), runLog);
    }

    @Bean
    ReleasedRanges releasedRanges(Release release) {
        return new ReleasedRanges(store, open.workspace(), release);
    }

    /// A step with one transaction.
    private Step tasklet(String name, Tasklet tasklet, RunLogListener runLog) {
        return new StepBuilder(name, repository)
                .tasklet(tasklet, store.transactions())
                .listener(runLog)
                .listener(manager)
                .build();
    }

    @Bean
    RunLogListener runLogListener() {
        return new RunLogListener(log);
    }

    @Bean
    RefusedReportsListener refusedReportsListener(ReportRendering rendering) {
        return new RefusedReportsListener(rendering);
    }

    @Bean
    Release release() throws IOException {
        return request.year() == null
                ? Release.nightly(request.asOf(), open.settings(), open.workspace())
                : Release.annual(
                        Objects.requireNonNull(request.year()),
                        request.hubs(),
                        request.asOf(),
                        request.correctionsBy(),
                        open.settings(),
                        open.workspace());
    }

    @Bean
    ReturnTypes returnTypes() {
        return ReturnTypes.of(catalogue);
    }

    @Bean
    Screening screening(ReturnTypes returnTypes) throws IOException {
        return new Screening(returnTypes, open.limits().read(), new Pseudonyms(PseudonymKey.of(open.workspace())));
    }

    @Bean
    FileLookup archive() {
        return new Archive(open.workspace().archive())::intact;
    }

    @Bean
    ThreadPoolTaskExecutor screeningExecutor() {
        return executor("returns-", Runtime.getRuntime().availableProcessors());
    }

    @Bean
    ThreadPoolTaskExecutor reportExecutor() {
        return executor("reports-", open.settings().reportThreads());
    }

    private static ThreadPoolTaskExecutor executor(String threads, int number) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix(threads);
        executor.setCorePoolSize(number);
        return executor;
    }
}
