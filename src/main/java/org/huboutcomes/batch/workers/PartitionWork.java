package org.huboutcomes.batch.workers;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.huboutcomes.batch.reports.ReportCounts;
import org.huboutcomes.batch.reports.ReportInputs;
import org.huboutcomes.batch.reports.ReportPartitioner;
import org.huboutcomes.batch.reports.ReportRendering;
import org.huboutcomes.batch.returns.FileLookup;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.cluster.PartitionFolder;
import org.huboutcomes.cluster.PartitionOwnership;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.returns.ScreenedFileFormat;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.returns.values.ReferenceLists;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.StoredRegisters;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.workspace.FileLimits;
import org.huboutcomes.workspace.PseudonymKey;
import org.huboutcomes.workspace.Settings;
import org.huboutcomes.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import tools.jackson.databind.json.JsonMapper;

/// The work on one partition of a run. Resources that all partitions of a run need are opened once.
public final class PartitionWork implements AutoCloseable {

    /// The step that renders the reports of one hub or network.
    public static final String REPORTS = "reportsOfRecipient";

    /// The step that screens about a hundred files.
    static final String SCREENING = "screening";

    private static final String COUNTS = "counts.json";
    private static final Logger LOG = LoggerFactory.getLogger(PartitionWork.class);

    private final Workspace workspace;
    private final Catalogue catalogue;
    private final Settings settings;
    private @Nullable Path opened;
    private @Nullable ReportInputs inputs;
    private @Nullable RoundOfFiles round;

    PartitionWork(Workspace workspace, Catalogue catalogue, Settings settings) {
        this.workspace = workspace;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    static boolean knows(String step) {
        return step.equals(REPORTS) || step.equals(SCREENING);
    }

    /// @param run the folder of the run
    /// @param context the context of the partition
    /// @param ownership the right to put the folder in its place
    void work(String step, Path run, ExecutionContext context, PartitionFolder folder, PartitionOwnership ownership)
            throws Exception {
        switch (step) {
            case REPORTS -> reports(run, context, folder, ownership);
            case SCREENING -> screening(run, context, folder, ownership);
            default -> throw new IllegalArgumentException(step);
        }
    }

    private void reports(Path run, ExecutionContext context, PartitionFolder made, PartitionOwnership ownership)
            throws Exception {
        String recipient = context.getString(ReportPartitioner.RECIPIENT);
        ReportRendering rendering = rendering(run);
        made.make(ownership, folder -> {
            ReportCounts counts = new ReportCounts();
            rendering.render(recipient, folder, counts);
            AtomicFile.write(folder.resolve(COUNTS), new JsonMapper().writeValueAsString(counts.part()));
        });
        LOG.info("reports: {}: done", recipient);
    }

    private void screening(Path run, ExecutionContext context, PartitionFolder made, PartitionOwnership ownership)
            throws Exception {
        ScreeningInputs inputs = ScreeningInputs.of(run, context);
        String part = context.getString(ScreeningInputs.PART);
        RoundOfFiles round = round(inputs);
        made.make(ownership, folder -> {
            for (Submission submission : inputs.read(part)) round.screen(submission, folder);
        });
        LOG.info("returns: partition {} of round {}: done", part, inputs.round());
    }

    /// The catalogue and reference lists for the files of one round.
    private record RoundOfFiles(
            ScreeningInputs inputs,
            ReferenceLists lists,
            FileLookup archive,
            Screening screening,
            ScreenedFileFormat format) {

        void screen(Submission submission, Path folder) throws IOException {
            ScreenedFile file = screening.screen(archive.require(submission), submission.fileName(), lists);
            if (!ScreenedFileFormat.canWrite(file)) return;
            Path target = ScreeningInputs.file(folder, submission.number());
            try (DataOutputStream out = ScreeningInputs.out(target)) {
                format.write(file, out);
            }
            AtomicFile.force(target);
        }
    }

    private synchronized RoundOfFiles round(ScreeningInputs inputs) throws IOException {
        if (round != null && round.inputs().equals(inputs)) return round;
        ReturnTypes types = ReturnTypes.of(catalogue);
        try (Store registers = Store.openReadOnly(inputs.registers(), settings.databaseMemory())) {
            round = new RoundOfFiles(
                    inputs,
                    new StoredRegisters(registers),
                    new Archive(workspace.archive())::intact,
                    new Screening(types, FileLimits.of(catalogue).read(), new Pseudonyms(PseudonymKey.of(workspace))),
                    new ScreenedFileFormat(types));
        }
        return round;
    }

    /// The counts that a worker has written into its folder.
    static ReportCounts.Part counts(Path folder) {
        return new JsonMapper().readValue(folder.resolve(COUNTS), ReportCounts.Part.class);
    }

    private synchronized ReportRendering rendering(Path run) throws IOException, SQLException {
        if (inputs == null || !run.equals(opened)) {
            close();
            inputs = ReportInputs.open(run, workspace, catalogue, settings.databaseMemory());
            opened = run;
        }
        return inputs.rendering();
    }

    @Override
    public synchronized void close() {
        if (inputs != null) inputs.close();
        inputs = null;
    }
}
