package org.huboutcomes.tables;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A claim that was accepted and not withdrawn.
///
/// @param takes how it replaces what was in force before
/// @param corrects the submission that its own corrects
record StoredClaim(
        long number,
        long submission,
        String fileName,
        Takes takes,
        boolean inForce,
        int accepted,
        @Nullable Long corrects) {

    /// How a claim replaces what was in force before it.
    enum Takes {
        /// All of its hub and year.
        EVERYTHING,
        /// The units that it holds.
        UNITS,
        /// The answers of a survey that it holds again.
        ANSWERS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether this claim was sent to correct the other's submission, or one that was sent to correct the same.
    boolean isCorrectionOf(StoredClaim other) {
        return corrects != null && (corrects == other.submission || corrects.equals(other.corrects));
    }
}
