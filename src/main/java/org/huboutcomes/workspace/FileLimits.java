package org.huboutcomes.workspace;

import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.receipts.ReturnedLimits;
import org.huboutcomes.spreadsheets.model.ReadLimits;

/// The limits set in `jobs/limits.yaml`.
///
/// @param read the limits of a dropped file
/// @param returned the limits of a workbook that is returned with comments in its cells
public record FileLimits(ReadLimits read, ReturnedLimits returned) {

    private static final String[] KEYS = {
        "file_bytes_max",
        "unpacked_bytes_max",
        "unpacked_to_packed_max",
        "columns_max",
        "rows_max",
        "cell_characters_max",
        "shared_characters_max",
        "cells_max",
        "seconds_max",
        "findings_max",
        "returned_bytes_max",
        "returned_findings_max"
    };

    /// @throws CatalogueFault if a key is missing, unknown or out of range
    public static FileLimits of(Catalogue catalogue) {
        YamlKeys keys = catalogue.yaml("limits.yaml");
        try {
            FileLimits limits = new FileLimits(read(keys), ReturnedLimits.of(keys));
            keys.only(KEYS);
            return limits;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new CatalogueFault("jobs/limits.yaml has an invalid limit: " + e.getMessage() + ".", e);
        }
    }

    private static ReadLimits read(YamlKeys keys) {
        return new ReadLimits(
                keys.number("file_bytes_max"),
                keys.number("unpacked_bytes_max"),
                Math.toIntExact(keys.number("unpacked_to_packed_max")),
                Math.toIntExact(keys.number("columns_max")),
                Math.toIntExact(keys.number("rows_max")),
                Math.toIntExact(keys.number("cell_characters_max")),
                keys.number("shared_characters_max"),
                keys.number("cells_max"),
                Math.toIntExact(keys.number("seconds_max")),
                Math.toIntExact(keys.number("findings_max")));
    }
}
