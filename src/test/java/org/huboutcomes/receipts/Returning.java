package org.huboutcomes.receipts;

import java.util.List;
import java.util.Map;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.spreadsheets.model.ReadLimits;

/// What a test needs to return a workbook: the packaged catalogue, and a receipt of one error.
final class Returning {

    private Returning() {}

    static ReturnedWorkbook workbooks(ReturnedLimits limits) {
        ReturnTypes types = ReturnTypes.of(Catalogue.packaged());
        return new ReturnedWorkbook(
                new Screening(types, ReadLimits.standard()), ReadLimits.standard(), limits, () -> new NoRegisters());
    }

    static ReturnedLimits limits() {
        return ReturnedLimits.of(Catalogue.packaged().yaml("limits.yaml"));
    }

    /// The receipt of a file with one sheet, whose second row has an unknown label.
    static Receipt receipt(
            String file, String sheet, String returnName, String hub, String cell, String found, String message) {
        Receipt.Note note = new Receipt.Note(
                "unknown_choice",
                "error",
                cell,
                found,
                message,
                new Receipt.Parts(message, null, null),
                null,
                2,
                null,
                null);
        Receipt.Part part = new Receipt.Part(
                sheet, returnName, hub, "2022/23", "held", Map.of(), Map.of(), List.of(), List.of(note));
        return new Receipt(file, "0".repeat(64), "held", "2026-11-23", null, null, List.of(), List.of(part), List.of());
    }
}
