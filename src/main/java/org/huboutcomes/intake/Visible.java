package org.huboutcomes.intake;

/// Which characters a person who looks at a cell sees. Spaces of every kind, control characters such as a stray NUL or
/// the end mark of DOS, and marks that only steer the layout of text are not seen.
public final class Visible {

    private Visible() {}

    static boolean isAnyIn(String text) {
        for (int i = 0; i < text.length(); i++) if (!isBlank(text.charAt(i)) && !isMark(text.charAt(i))) return true;
        return false;
    }

    /// The text without marks, and with a space for every gap, be it a line break.
    public static String inOneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().filter(c -> !isMark(c)).forEach(c -> line.appendCodePoint(isBlank(c) ? ' ' : c));
        return line.toString();
    }

    /// A gap between words.
    public static boolean isBlank(int c) {
        return c <= ' ' || c >= '\u007f' && (Character.isSpaceChar(c) || Character.getType(c) == Character.CONTROL);
    }

    /// Nothing at all: zero-width marks, marks of direction, soft hyphens, half a pair of surrogates.
    public static boolean isMark(int c) {
        return c >= '\u007f'
                && (Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE);
    }
}
