package org.huboutcomes.tables;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/// One file received. A higher number came later, and takes the place of a lower one that claims the same.
///
/// @param modified the file's own time, in UTC
/// @param takenOn the as-of date of the run that took it
public record Submission(
        long number, String sha256, String fileName, LocalDateTime modified, LocalDate takenOn, Status status) {

    /// The same submission, further on.
    public Submission as(Status reached) {
        return new Submission(number, sha256, fileName, modified, takenOn, reached);
    }

    /// How far a submission is.
    public enum Status {
        /// Archived and written down, but not read yet.
        RECEIVED,
        WAITING,
        ACCEPTED,
        PARTIAL,
        HELD,
        REFUSED,
        /// The same bytes as one that stands.
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
