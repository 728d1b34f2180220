package org.huboutcomes.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/// Makes a file name from any text: path separators are replaced, long names are shortened, and different texts give
/// different names.
public final class SafeFileName {

    /// File systems allow 255 bytes; the rest is left for extensions.
    private static final int BYTES = 180;

    /// Names that Windows reserves for devices, with any extension, and names of folders that belong to no hub.
    private static final Pattern RESERVED = Pattern.compile(
            "(?:con|prn|aux|nul|com\\d|lpt\\d)(?: *\\..*)?|network|unrecognised", Pattern.CASE_INSENSITIVE);

    private SafeFileName() {}

    /// A name for a hub's code or a network's name.
    public static String of(String text) {
        String harmless = text.replaceAll("[^\\p{L}\\p{N} ._-]", "_").replaceAll("^[. ]|[. ]$", "_");
        return cut(harmless.isEmpty() || RESERVED.matcher(harmless).matches() ? harmless + "_" : harmless, text);
    }

    /// A name based on an existing file name.
    public static String ofFile(String name) {
        return cut(name, name);
    }

    private static String cut(String name, String meant) {
        String whole = name;
        while (whole.getBytes(UTF_8).length > BYTES)
            whole = whole.substring(0, whole.offsetByCodePoints(whole.length(), -1));
        return whole.equals(meant) ? whole : whole + "-" + Sha256.of(meant).substring(0, 8);
    }
}
