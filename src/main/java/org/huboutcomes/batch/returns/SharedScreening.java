package org.huboutcomes.batch.returns;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.tables.Submission;
import org.springframework.batch.core.listener.StepExecutionListener;

/// Files that other processes screen. Notified when step `returns` begins and ends.
public interface SharedScreening extends StepExecutionListener {

    /// No other process screens files.
    SharedScreening NONE = new SharedScreening() {
        @Override
        public void screen(List<Submission> files) {}

        @Override
        public Optional<ScreenedFile> find(Submission submission) {
            return Optional.empty();
        }
    };

    /// Has files screened and returns when that is done. All of them are read with the reference lists that are in
    /// the store now.
    void screen(List<Submission> files);

    /// The result for a file; empty if this process has to screen it.
    Optional<ScreenedFile> find(Submission submission) throws IOException;
}
