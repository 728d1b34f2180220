package org.huboutcomes.publish;

import org.huboutcomes.intake.Fingerprint;

/// The fingerprint of all that a hub's report is made from: when it is the same, nothing in the report has moved.
public final class FigureHash {

    private FigureHash() {}

    /// Records print their values in a fixed order, and everything in them is ordered.
    ///
    /// @param looks the fingerprint of the sentences and templates that it is printed with
    public static String of(HubFigures figures, String looks) {
        return Fingerprint.of(looks + figures);
    }
}
