package org.huboutcomes.returns.findings;

import org.huboutcomes.returns.text.PersonalText;
import org.jspecify.annotations.Nullable;

/// An error or query for the hub about its return. Exceptions are only for faults of machines, not of data.
///
/// @param row the row number in the spreadsheet; 0 if the finding is about a whole sheet or file
/// @param cell its address, such as `C14`; null if it is not about a cell
/// @param field the field's name in the catalogue; null if it is not about a field
/// @param value the content of the cell; null if that could be personal, or if it is blank
/// @param text the sentences of the finding
public record Finding(
        String rule,
        Severity severity,
        int row,
        @Nullable String cell,
        @Nullable String field,
        @Nullable String value,
        FindingText text) {

    /// Removes addresses and names, so that a finding cannot carry them into a receipt or a workbook.
    public Finding {
        value = value == null ? null : PersonalText.without(value);
        text = text.withWords(PersonalText::without);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
