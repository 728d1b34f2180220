package org.huboutcomes.batch.returns;

import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.tables.Submission;

/// A submission with the screening result of its file.
public record ScreenedSubmission(Submission submission, ScreenedFile file) {}
