package org.huboutcomes.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.huboutcomes.workspace.Workspace;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.util.FileSystemUtils;

/// The folder that a worker makes for a partition. It is written under a temporary name and renamed when it is
/// complete. A worker that has lost its lease can no longer rename it, and the manager looks only at the final
/// name.
///
/// @param place the final path
public record PartitionFolder(Path place) {

    static final String MADE = "made-";

    public static PartitionFolder of(Workspace workspace, StepExecution partition) {
        return of(workspace, partition.getJobExecutionId(), String.valueOf(partition.getId()));
    }

    /// @param name distinguishes the partition from others of its run
    static PartitionFolder of(Workspace workspace, long jobExecution, String name) {
        return new PartitionFolder(run(workspace, jobExecution).resolve(MADE + name));
    }

    /// The folder for everything that a run exchanges with workers.
    public static Path run(Workspace workspace, long jobExecution) {
        return workspace.partitions().resolve(String.valueOf(jobExecution));
    }

    /// Deletes the folder of a run that has ended. It is renamed first, so that a process that was frozen cannot
    /// write into it while it is being deleted.
    public static void delete(Path run) throws IOException {
        if (!Files.isDirectory(run)) return;
        Path ended = run.resolveSibling(".ended-" + UUID.randomUUID());
        Files.move(run, ended, StandardCopyOption.ATOMIC_MOVE);
        FileSystemUtils.deleteRecursively(ended);
    }

    public static boolean isMade(Path folder) {
        return folder.getFileName().toString().startsWith(MADE);
    }

    /// Makes the files of a folder.
    @FunctionalInterface
    public interface Content {
        void make(Path folder) throws Exception;
    }

    /// Makes the folder, unless an earlier worker completed it but could not report that.
    public void make(PartitionOwnership ownership, Content content) throws Exception {
        if (Files.isDirectory(place)) return;
        Path draft = place.resolveSibling("." + place.getFileName() + "-" + ownership.token() + ".tmp");
        // Without its parents: the folder of a run that has ended must not be created again.
        content.make(Files.createDirectory(draft));
        ownership.whileHeld(() -> {
            if (!Files.isDirectory(place)) Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        });
        FileSystemUtils.deleteRecursively(draft);
    }
}
