package org.huboutcomes.publish;

import org.huboutcomes.files.Sha256;

/// The hash of everything a report is made from. If it has not changed, the report is reused.
public final class FigureHash {

    private FigureHash() {}

    /// Computes the hash. It relies on records that print their values in a fixed order.
    ///
    /// @param looks the hash of the sentences and templates
    public static String of(HubFigures figures, String looks) {
        return Sha256.of(looks + figures);
    }
}
