package org.huboutcomes.delivery.isolation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One word of a text: letters and digits, whatever separates them, so that line breaks and apostrophes make no
/// difference.
record Token(String text, String folded) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['\u2019][\\p{L}\\p{M}\\p{N}]+)*");

    /// A number is one word including its separators, so that no part of it looks like a URN.
    private static final Pattern NUMBER_OR_WORD =
            Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?(?![\\p{L}\\p{M}])|" + WORD.pattern());

    private static final Pattern INVISIBLE = Pattern.compile("[\u00AD\\p{Cf}]");

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher found = NUMBER_OR_WORD.matcher(plain(text));
        while (found.find()) {
            String word = found.group();
            tokens.add(new Token(word, word.toLowerCase(Locale.ROOT)));
        }
        return tokens;
    }

    /// Without soft hyphens and invisible marks, with ligatures expanded. Most texts have none of them.
    private static String plain(String text) {
        if (isAscii(text)) return text;
        return INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .replace('\u2019', '\'');
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) > 127) return false;
        return true;
    }

    static String joined(List<Token> tokens, int from, int to) {
        StringBuilder joined = new StringBuilder();
        for (int i = from; i < to; i++)
            joined.append(i == from ? "" : " ").append(tokens.get(i).folded());
        return joined.toString();
    }
}
