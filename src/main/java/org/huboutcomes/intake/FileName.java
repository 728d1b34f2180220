package org.huboutcomes.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

/// What somebody wrote, as the name of a file: a name that would lead elsewhere is made harmless, one that no disk
/// takes is cut, and each stays a name of its own.
public final class FileName {

    /// A disk takes 255; the rest is for the endings that we add.
    private static final int BYTES = 180;

    private FileName() {}

    /// For a hub's code or a network's name.
    public static String of(String text) {
        String harmless = text.replaceAll("[^\\p{L}\\p{N} ._-]", "_").replaceAll("^[. ]|[. ]$", "_");
        return cut(harmless.isEmpty() ? "_" : harmless, text);
    }

    /// For the name of a file that has one already.
    public static String ofFile(String name) {
        return cut(name, name);
    }

    private static String cut(String name, String meant) {
        String whole = name;
        while (whole.getBytes(UTF_8).length > BYTES)
            whole = whole.substring(0, whole.offsetByCodePoints(whole.length(), -1));
        return whole.equals(meant) ? whole : whole + "-" + Fingerprint.of(meant).substring(0, 8);
    }
}
