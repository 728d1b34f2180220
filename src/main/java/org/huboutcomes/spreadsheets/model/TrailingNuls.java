package org.huboutcomes.spreadsheets.model;

/// NULs at the end of a text. Some old programs end a text with one; more are space reserved for a file whose copy was
/// cut short.
public final class TrailingNuls {

    private TrailingNuls() {}

    public static String withoutTail(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) end--;
        return text.substring(0, end);
    }

    public static boolean areInPlaceOfTheEnd(String text) {
        return text.endsWith("\0\0");
    }
}
