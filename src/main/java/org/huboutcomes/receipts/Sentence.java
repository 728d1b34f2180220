package org.huboutcomes.receipts;

import org.jspecify.annotations.Nullable;

/// The sentence of a finding in its three parts, which are told in three columns.
///
/// @param accepted blank where the sentence says of no other value that it would be accepted
/// @param happened blank where it says so with the rest
record Sentence(String found, String accepted, String happened) {

    private static final String BETWEEN = "; ";

    /// @param value what the cell holds, which may have semicolons of its own
    static Sentence of(String message, @Nullable String value) {
        String quoted = "\"" + value + "\"" + BETWEEN;
        int cited = value == null ? -1 : message.indexOf(quoted);
        int first = cited >= 0 ? cited + quoted.length() - BETWEEN.length() : message.indexOf(BETWEEN);
        if (first < 0) return new Sentence(message, "", "");
        String rest = message.substring(first + BETWEEN.length());
        int last = rest.lastIndexOf(BETWEEN);
        return new Sentence(
                whole(message.substring(0, first)),
                last < 0 ? "" : whole(rest.substring(0, last)),
                whole(last < 0 ? rest : rest.substring(last + BETWEEN.length())));
    }

    private static String whole(String part) {
        String capital = part.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1);
        return capital.isEmpty() || capital.endsWith(".") || capital.endsWith("?") ? capital : capital + ".";
    }
}
