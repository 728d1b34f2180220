package org.huboutcomes.delivery.isolation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// One word of a text: letters and digits, whatever separates them, so that line breaks and apostrophes make no
/// difference.
record Token(String text, String folded) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['\u2019][\\p{L}\\p{M}\\p{N}]+)*");

    /// A number is one word including its separators, so that no part of it looks like a URN.
    private static final Pattern NUMBER_OR_WORD =
            Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?(?![\\p{L}\\p{M}])|" + WORD.pattern());

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        for (MatchResult found : NUMBER_OR_WORD.matcher(plain(text)).results().toList()) {
            String word = found.group();
            tokens.add(new Token(word, word.toLowerCase(Locale.ROOT)));
        }
        return tokens;
    }

    /// Without soft hyphens and invisible marks, with ligatures expanded.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\u00AD\\p{Cf}]", "")
                .replace('\u2019', '\'');
    }

    static String joined(List<Token> tokens, int from, int to) {
        StringBuilder joined = new StringBuilder();
        for (int i = from; i < to; i++)
            joined.append(i == from ? "" : " ").append(tokens.get(i).folded());
        return joined.toString();
    }
}
