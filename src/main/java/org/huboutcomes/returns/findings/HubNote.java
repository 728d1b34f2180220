package org.huboutcomes.returns.findings;

import java.util.Optional;
import org.huboutcomes.returns.text.PersonalData;
import org.jspecify.annotations.Nullable;

/// What a hub wrote beside a query, and which query that is. A blank text takes an earlier note back.
///
/// @param rowKey what tells the row from all others, whatever its number is by now
public record HubNote(
        String returnName,
        @Nullable String hub,
        @Nullable Integer timePeriod,
        String rule,
        @Nullable String field,
        String rowKey,
        String text) {

    private static final String BETWEEN = "|";

    /// The rule in the key of the line that names the submission which a returned workbook corrects.
    public static final String CORRECTS = "corrects_submission";

    /// The key under which a hub chooses how a file replaces what is in force.
    public static String choiceKey(String returnName, @Nullable String hub, @Nullable Integer timePeriod) {
        return new HubNote(returnName, hub, timePeriod, ReplacementChoice.KEY, null, "", "").key();
    }

    /// The key that names a submission by its content.
    public static String correctsKey(String sha256) {
        return new HubNote("", null, null, CORRECTS, null, sha256, "").key();
    }

    /// Whether it explains a query, and is no answer to a choice and no name of a submission.
    public boolean explains() {
        return !rule.equals(ReplacementChoice.KEY) && !rule.equals(CORRECTS);
    }

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
    public static Optional<HubNote> of(String key, String text) {
        String[] parts = key.split("\\|", 6);
        if (parts.length < 6 || !parts[2].matches("\\d{0,6}")) return Optional.empty();
        return Optional.of(new HubNote(
                parts[0],
                orNull(parts[1]),
                parts[2].isEmpty() ? null : Integer.valueOf(parts[2]),
                parts[3],
                orNull(parts[4]),
                parts[5],
                PersonalData.without(text)));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
