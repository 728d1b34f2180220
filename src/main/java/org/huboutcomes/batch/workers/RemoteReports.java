package org.huboutcomes.batch.workers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huboutcomes.batch.reports.ReportInputs;
import org.huboutcomes.batch.reports.ReportRendering;
import org.huboutcomes.cluster.PartitionFolder;
import org.huboutcomes.cluster.RemotePartitionHandler;
import org.huboutcomes.compare.FigureChanges;
import org.huboutcomes.delivery.PartialManifest;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Release;
import org.springframework.batch.core.step.StepExecution;

/// The files that step `reports` gives to workers and receives from them.
public record RemoteReports(
        OpenWorkspace open, Release release, ReportRendering rendering, Supplier<FigureChanges> changes)
        implements RemotePartitionHandler.Exchange {

    @Override
    public void give(long jobExecution) throws IOException, SQLException {
        takeFromKilledRuns();
        Path folder = PartitionFolder.run(open.workspace(), jobExecution);
        ReportInputs.write(folder, open.store(), release, changes.get());
    }

    /// Keeps the reports that workers finished for a killed run. They are reused if their figures are the same.
    private void takeFromKilledRuns() throws IOException {
        Path all = open.workspace().partitions();
        if (!Files.isDirectory(all)) return;
        for (Path run : list(all)) {
            if (release.name().equals(ReportInputs.release(run)))
                for (Path made : list(run))
                    if (PartitionFolder.isMade(made))
                        new PartialManifest(made).moveTo(release.folder().cut());
            PartitionFolder.delete(run);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        }
    }

    @Override
    public void take(StepExecution partition) throws IOException {
        Path made = PartitionFolder.of(open.workspace(), partition).place();
        rendering.takeOver(made, PartitionWork.counts(made));
    }

    @Override
    public void end(long jobExecution) throws IOException {
        PartitionFolder.delete(PartitionFolder.run(open.workspace(), jobExecution));
    }
}
