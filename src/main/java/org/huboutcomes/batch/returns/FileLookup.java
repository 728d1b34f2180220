package org.huboutcomes.batch.returns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;

/// Finds a file by its SHA-256.
@FunctionalInterface
public interface FileLookup {

    Optional<Path> find(String sha256) throws IOException;

    /// @throws Fault if the file of a submission is missing
    default Path require(Submission submission) throws IOException {
        return find(submission.sha256())
                .orElseThrow(() -> new Fault(
                        ExitCode.INVALID_SETUP,
                        "The archived copy of " + submission.fileName() + " (" + submission.sha256()
                                + ") is missing or damaged; put the file into import/ again."));
    }
}
