package org.huboutcomes.batch.returns;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.tables.Submission;
import org.springframework.batch.core.listener.StepExecutionListener;

/// Files that are screened in another process. It is told when step `returns` begins and ends.
public interface SharedScreening extends StepExecutionListener {

    /// No other process takes part.
    SharedScreening NONE = new SharedScreening() {
        @Override
        public void screen(List<Submission> files) {}

        @Override
        public Optional<ScreenedFile> find(Submission submission) {
            return Optional.empty();
        }
    };

    /// Called with files that are all read with the reference lists as they now are in the store; returns when they are
    /// screened.
    void screen(List<Submission> files);

    /// What became of a file; empty if it is to be screened here.
    Optional<ScreenedFile> find(Submission submission) throws IOException;
}
