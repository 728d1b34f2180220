package org.huboutcomes.batch.returns;

import java.io.IOException;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.tables.Submission;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/// Processor of step `returns`: screens one file. It writes nothing, so files can be screened at the same time.
public final class ReturnFileProcessor implements ItemProcessor<PendingFile, ScreenedSubmission> {

    private final FileLookup files;
    private final Screening screening;
    private final SharedScreening shared;

    public ReturnFileProcessor(FileLookup files, Screening screening, SharedScreening shared) {
        this.files = files;
        this.screening = screening;
        this.shared = shared;
    }

    @Override
    public ScreenedSubmission process(PendingFile pending) throws IOException {
        Submission submission = pending.submission();
        ScreenedFile elsewhere = shared.find(submission).orElse(null);
        if (elsewhere != null) return new ScreenedSubmission(submission, elsewhere);
        return new ScreenedSubmission(
                submission, screening.screen(files.require(submission), submission.fileName(), pending.lists()));
    }

    /// A hash of the catalogue files used for screening. When it changes, files that were held or refused are screened
    /// again.
    public static String version(Catalogue catalogue) {
        return catalogue.fingerprint("yaml", "returns", "instruments", "platforms", "rules");
    }
}
