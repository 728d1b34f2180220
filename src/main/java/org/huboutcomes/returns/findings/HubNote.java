package org.huboutcomes.returns.findings;

import java.util.Optional;
import org.huboutcomes.returns.text.PersonalData;
import org.jspecify.annotations.Nullable;

/// A hub's note beside a query, and the key of the query. A blank text withdraws an earlier note.
///
/// @param rowKey identifies the row, even if its number has changed
public record HubNote(
        String returnName,
        @Nullable String hub,
        @Nullable Integer timePeriod,
        String rule,
        @Nullable String field,
        String rowKey,
        String text) {

    private static final String BETWEEN = "|";

    /// The rule in the key of the line that identifies the submission which a returned workbook corrects.
    public static final String CORRECTS = "corrects_submission";

    /// The key for a hub's choice of how a file replaces what is in force.
    public static String choiceKey(String returnName, @Nullable String hub, @Nullable Integer timePeriod) {
        return new HubNote(returnName, hub, timePeriod, ReplacementChoice.KEY, null, "", "").key();
    }

    /// The key that identifies a submission by its content.
    public static String correctsKey(String sha256) {
        return new HubNote("", null, null, CORRECTS, null, sha256, "").key();
    }

    /// Whether it explains a query, and is neither a choice nor the identification of a submission.
    public boolean explains() {
        return !rule.equals(ReplacementChoice.KEY) && !rule.equals(CORRECTS);
    }

    /// The key of the query in the hidden column of the Findings sheet.
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

    /// A note is printed in a report, so email addresses in it are removed.
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
