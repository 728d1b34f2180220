package org.huboutcomes.files;

/// Removes or replaces characters that nobody sees in a cell: control characters such as a stray NUL, unusual
/// spaces, and marks that only control text layout.
public final class ControlChars {

    private ControlChars() {}

    public static boolean isAnyIn(String text) {
        for (int i = 0; i < text.length(); i++) if (!isBlank(text.charAt(i)) && !isMark(text.charAt(i))) return true;
        return false;
    }

    /// The text without such characters, and with one space for every gap, line breaks included.
    public static String inOneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().filter(c -> !isMark(c)).forEach(c -> line.appendCodePoint(isBlank(c) ? ' ' : c));
        return line.toString();
    }

    /// Whether the character separates words.
    public static boolean isBlank(int c) {
        return c <= ' ' || c >= '\u007f' && (Character.isSpaceChar(c) || Character.getType(c) == Character.CONTROL);
    }

    /// Whether the character is invisible: zero-width marks, direction marks, soft hyphens, unpaired surrogates.
    public static boolean isMark(int c) {
        return c >= '\u007f'
                && (Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE);
    }
}
