package org.huboutcomes.returns.findings;

import org.huboutcomes.returns.text.PersonalData;
import org.huboutcomes.returns.text.TitledNames;
import org.jspecify.annotations.Nullable;

/// Something that the hub should know about its return. Data is found wanting; only machines fail.
///
/// @param row as the spreadsheet numbers it; 0 when the finding is about a whole sheet or file
/// @param cell such as `C14`; null when it is about no cell
/// @param field the field's name in the catalogue; null when it is about no field
/// @param value what the cell holds; null where that could be personal, or where there is nothing
/// @param text what is said of it
public record Finding(
        String rule,
        Severity severity,
        int row,
        @Nullable String cell,
        @Nullable String field,
        @Nullable String value,
        FindingText text) {

    /// Nobody's address or name goes into a receipt or a workbook by way of what was found.
    public Finding {
        value = value == null ? null : without(value);
        text = text.withWords(Finding::without);
    }

    private static String without(String text) {
        return TitledNames.without(PersonalData.without(text));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
