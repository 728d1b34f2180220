package org.huboutcomes.intake;

/// The NULs at the end of a text. One ends the text of some old program; more are the room that was kept for a file
/// whose copy was cut short, or which the disk lost.
final class Nuls {

    private Nuls() {}

    static String withoutTail(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) end--;
        return text.substring(0, end);
    }

    static boolean areInPlaceOfTheEnd(String text) {
        return text.endsWith("\0\0");
    }
}
