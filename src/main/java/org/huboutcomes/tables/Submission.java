package org.huboutcomes.tables;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/// One received file. A higher number was received later, and replaces a lower one with the same claims.
///
/// @param modified the file's own time, in UTC
/// @param takenOn the as-of date of the run that received it
public record Submission(
        long number, String sha256, String fileName, LocalDateTime modified, LocalDate takenOn, Status status) {

    /// The same submission with a new status.
    public Submission as(Status reached) {
        return new Submission(number, sha256, fileName, modified, takenOn, reached);
    }

    /// The progress of a submission.
    public enum Status {
        /// Archived and recorded, but not read yet.
        RECEIVED,
        WAITING,
        ACCEPTED,
        PARTIAL,
        HELD,
        REFUSED,
        /// The same bytes as a submission in force.
        DUPLICATE,
        /// Taken out of force by hand.
        WITHDRAWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
