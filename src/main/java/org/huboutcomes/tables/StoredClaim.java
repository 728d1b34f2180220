package org.huboutcomes.tables;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A claim that was accepted and not withdrawn.
///
/// @param takes how it replaces what was in force before
/// @param corrects the number of the submission that its submission corrects
/// @param besideConverted whether sheets of its submission were returned converted: the correction then has only
/// these sheets, and does not replace this claim
record StoredClaim(
        long number,
        long submission,
        String fileName,
        Takes takes,
        boolean inForce,
        int accepted,
        @Nullable Long corrects,
        boolean besideConverted) {

    /// How a claim replaces what was in force before it.
    enum Takes {
        /// Everything of its hub and year.
        EVERYTHING,
        /// The units that it has.
        UNITS,
        /// The survey answers that it repeats.
        ANSWERS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether this claim was sent to correct the other's submission, or one that was sent to correct the same.
    boolean isCorrectionOf(StoredClaim other) {
        return corrects != null
                && (corrects == other.submission && !other.besideConverted || corrects.equals(other.corrects));
    }

    /// Whether the other claim was accepted when the sheets of this one were returned converted. Both are from one
    /// file, and this one replaces only what it names.
    boolean isBeside(StoredClaim other) {
        return corrects != null && corrects == other.submission && other.besideConverted;
    }

    /// A number that no claim and no part has.
    static long next(JdbcClient sql) {
        return Objects.requireNonNull(sql.sql("""
                        select greatest(
                            coalesce((select max(claim) from claim), 0),
                            coalesce((select max(part) from claim_part), 0)
                        ) + 1""").query(Long.class).single());
    }
}
