package org.huboutcomes.batch;

import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.tables.Submission;

/// A submission with the screening result of its file.
record ScreenedSubmission(Submission submission, ScreenedFile file) {}
