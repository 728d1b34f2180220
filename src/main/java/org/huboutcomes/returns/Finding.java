package org.huboutcomes.returns;

import org.jspecify.annotations.Nullable;

/// Something that the hub should know about its return. Data is found wanting; only machines fail.
///
/// @param row as the spreadsheet numbers it; 0 when the finding is about a whole sheet or file
/// @param cell such as `C14`; null when it is about no cell
/// @param field the field's name in the catalogue; null when it is about no field
/// @param found what the cell holds; null where that could be personal, or where there is nothing
/// @param message one plain sentence: what was found, what is accepted, what happened
public record Finding(
        String rule,
        Severity severity,
        int row,
        @Nullable String cell,
        @Nullable String field,
        @Nullable String found,
        String message) {

    /// Nobody's address goes into a receipt or a workbook by way of what was found.
    public Finding {
        found = found == null ? null : Personal.without(found);
        message = Personal.without(message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
