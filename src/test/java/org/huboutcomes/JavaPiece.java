package org.huboutcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of Java source: the content of a literal, or code between literals and comments.
record JavaPiece(String text, int line, boolean isLiteral) {

    // Possessive quantifiers (*+) prevent backtracking, so that a long query does not overflow the stack.
    // A comment may contain quotes and a literal may contain slashes, so whichever starts first wins.
    private static final Pattern APART = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/"
                    + "|\"\"\"(?<block>(?:\\\\.|(?!\"\"\").)*+)\"\"\""
                    + "|\"(?<string>(?:\\\\.|[^\"\\\\\\n])*+)\""
                    + "|'(?:\\\\.|[^'\\\\])+'",
            Pattern.DOTALL);

    static List<JavaPiece> split(String source) {
        List<JavaPiece> pieces = new ArrayList<>();
        int from = 0;
        Matcher apart = APART.matcher(source);
        while (apart.find()) {
            addCode(source.substring(from, apart.start()), lineAt(source, from), pieces);
            String literal = apart.group("block") == null ? apart.group("string") : apart.group("block");
            if (literal != null) pieces.add(new JavaPiece(literal, lineAt(source, apart.start()), true));
            from = apart.end();
        }
        addCode(source.substring(from), lineAt(source, from), pieces);
        return pieces;
    }

    private static void addCode(String code, int line, List<JavaPiece> pieces) {
        String[] lines = code.split("\n", -1);
        for (int i = 0; i < lines.length; i++)
            if (!lines[i].isBlank()) pieces.add(new JavaPiece(lines[i], line + i, false));
    }

    private static int lineAt(String source, int place) {
        return 1
                + (int) source.substring(0, place)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
