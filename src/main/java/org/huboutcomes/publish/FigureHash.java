package org.huboutcomes.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The fingerprint of all that a hub's report is made from: when it is the same, nothing in the report has moved.
public final class FigureHash {

    private FigureHash() {}

    /// Records print their values in a fixed order, and everything in them is ordered.
    ///
    /// @param looks the fingerprint of the sentences and templates that it is printed with
    public static String of(HubFigures figures, String looks) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((looks + figures).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
