package org.huboutcomes.batch.returns;

import org.huboutcomes.returns.values.ReferenceLists;
import org.huboutcomes.tables.Submission;

/// A submission to screen.
///
/// @param lists the hubs and schools to read it with
public record PendingFile(Submission submission, ReferenceLists lists) {}
