package org.huboutcomes.cluster;

import java.io.IOException;

/// The right of a process to put what it has made of a partition in its place.
public interface Hold {

    /// An action on the files of a partition.
    @FunctionalInterface
    interface FileAction {
        void run() throws IOException;
    }

    /// A word by which two processes that make the same partition keep their drafts apart.
    String token();

    /// Runs an action while nobody else may do the same.
    ///
    /// @throws LostLease if another process has the partition
    void whileHeld(FileAction action) throws IOException;
}
