package org.huboutcomes.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.huboutcomes.workspace.Workspace;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.util.FileSystemUtils;

/// What a worker makes of a partition: a folder, made under a name of its own and renamed when it is whole. A worker
/// that has lost its lease can no longer rename, and the manager looks at no other name.
///
/// @param place where it is when it is whole
public record PartitionFolder(Path place) {

    private static final String MADE = "made-";

    public static PartitionFolder of(Workspace workspace, StepExecution partition) {
        return new PartitionFolder(run(workspace, partition.getJobExecutionId()).resolve(MADE + partition.getId()));
    }

    /// The folder of all that a run gives to workers and gets from them.
    public static Path run(Workspace workspace, long jobExecution) {
        return workspace.partitions().resolve(String.valueOf(jobExecution));
    }

    public static boolean isMade(Path folder) {
        return folder.getFileName().toString().startsWith(MADE);
    }

    /// Makes the files of a folder.
    @FunctionalInterface
    public interface Content {
        void make(Path folder) throws Exception;
    }

    /// Makes the folder, unless an earlier worker had finished it and could not say so.
    public void make(Lease lease, Partitions partitions, Content content) throws Exception {
        if (Files.isDirectory(place)) return;
        Path draft = place.resolveSibling("." + place.getFileName() + "-" + lease.token() + ".tmp");
        content.make(Files.createDirectories(draft));
        partitions.whileHeld(lease, () -> {
            if (!Files.isDirectory(place)) Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        });
        FileSystemUtils.deleteRecursively(draft);
    }
}
