package org.huboutcomes.delivery;

import java.util.HexFormat;

/// A hub's code or a network's name as the name of a file. Both are what somebody wrote into a list: a name that would
/// lead elsewhere is made harmless, and stays one of its own.
public final class FileName {

    private FileName() {}

    public static String of(String text) {
        String harmless = text.replaceAll("[^\\p{L}\\p{N} ._-]", "_").replaceAll("^[. ]|[. ]$", "_");
        return harmless.equals(text) ? text : harmless + "-" + HexFormat.of().toHexDigits(text.hashCode());
    }
}
