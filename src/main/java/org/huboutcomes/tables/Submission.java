package org.huboutcomes.tables;

import java.time.LocalDate;
import java.time.LocalDateTime;

/// One file received. A higher number came later, and takes the place of a lower one that claims the same.
///
/// @param modified the file's own time, in UTC
/// @param takenOn the as-of date of the run that took it
public record Submission(
        long number, String sha256, String fileName, LocalDateTime modified, LocalDate takenOn, Status status) {

    public enum Status {
        /// Archived and written down, but not read yet.
        RECEIVED,
        WAITING,
        ACCEPTED,
        PARTIAL,
        HELD,
        REFUSED,
        /// The same bytes as one that stands.
        DUPLICATE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Status of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
