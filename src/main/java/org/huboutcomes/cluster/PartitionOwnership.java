package org.huboutcomes.cluster;

import java.io.IOException;

/// The right of a process to put the files it made for a partition in place.
public interface PartitionOwnership {

    /// An action on the files of a partition.
    @FunctionalInterface
    interface FileAction {
        void run() throws IOException;
    }

    /// A word that distinguishes the drafts of two processes that make the same partition.
    String token();

    /// Runs an action while no other process can do the same.
    ///
    /// @throws LostLease if another process has the partition
    void whileHeld(FileAction action) throws IOException;
}
