package org.huboutcomes.spreadsheets;

import java.util.List;
import java.util.Random;

/// The worst texts that people and their programs write; the same seed gives the same texts.
public final class NastyText {

    private static final List<String> STARTS = List.of(
            "", "", "=", "+", "-", "@", "'", "''", "'=", "''=", "'-", "'text", "\t=", "\r", "\n", " =", "\uFF1D",
            "\uFF0B", "\uFF0D", "\uFF20", "_x0041_", "\u200B=", "\uFEFF");
    private static final List<String> PARTS = List.of(
            "HYPERLINK(\"http://x\";\"y\")",
            "cmd|' /C calc'!A0",
            "1+1",
            "SUM(A1:A9)",
            "\"",
            "\"\"",
            "'",
            ",",
            ";",
            "\t",
            "\n",
            "\r\n",
            "_x000D_",
            "_x",
            "a moved school",
            "\uD83D\uDC69\u200D\uD83C\uDFEB",
            "\u05E9\u05DC\u05D5\u05DD \u202Eevil",
            "\u0645\u062F\u0631\u0633\u0629",
            "\u0001",
            "\u000B",
            "\u001B[31m",
            "\uFFFE",
            "\uFFFF",
            "<b>&amp;</b>",
            "]]>",
            "Ysgol Tŷ Gwyn",
            "\u00A0",
            "é\u0301",
            "100%",
            "{0}",
            "%s",
            "$1\\");

    private final Random random;

    public NastyText(long seed) {
        random = new Random(seed);
    }

    public String next() {
        StringBuilder text = new StringBuilder(STARTS.get(random.nextInt(STARTS.size())));
        for (int parts = 1 + random.nextInt(4); parts > 0; parts--)
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        return text.toString();
    }

    /// A text of the maximum length of a cell that looks like a formula.
    public static String longest() {
        return "=" + "so long ".repeat(5_000).substring(0, 32_766);
    }
}
