package org.huboutcomes.returns;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a hub wrote beside a query, and which query that is. A blank text takes an earlier note back.
///
/// @param rowKey what tells the row from all others, whatever its number is by now
public record Note(
        String returnName,
        @Nullable String hub,
        @Nullable Integer timePeriod,
        String rule,
        @Nullable String field,
        String rowKey,
        String text) {

    private static final String BETWEEN = "|";

    /// The query, as the hidden column of the Findings sheet says it.
    public String key() {
        return String.join(
                BETWEEN,
                returnName,
                hub == null ? "" : hub,
                timePeriod == null ? "" : timePeriod.toString(),
                rule,
                field == null ? "" : field,
                rowKey);
    }

    /// A note is printed in a report, so an address in it is left out.
    static Optional<Note> of(String key, String text) {
        String[] parts = key.split("\\|", 6);
        if (parts.length < 6 || !parts[2].matches("\\d{0,6}")) return Optional.empty();
        return Optional.of(new Note(
                parts[0],
                orNull(parts[1]),
                parts[2].isEmpty() ? null : Integer.valueOf(parts[2]),
                parts[3],
                orNull(parts[4]),
                parts[5],
                Personal.without(text)));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
