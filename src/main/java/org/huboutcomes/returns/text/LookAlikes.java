package org.huboutcomes.returns.text;

import java.util.Optional;

/// Characters that look like others and are typed, or recognised in a scan, instead of them.
public final class LookAlikes {

    private static final String OTHERS =
            "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0405\u0406\u0408"
                    + "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458"
                    + "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf";
    private static final String LATIN = "ABEKMHOPCTXSIJ" + "aeopcyxsij" + "ABEZHIKMNOPTYXo";
    private static final String LETTERS = "OolI|";
    private static final String DIGITS = "00111";

    private LookAlikes() {}

    /// The Latin letter that looks like a Cyrillic or Greek one; any other character is returned unchanged.
    public static char latin(char c) {
        if (c < '\u0391' || c > '\u0458') return c;
        int at = OTHERS.indexOf(c);
        return at < 0 ? c : LATIN.charAt(at);
    }

    /// The text with [#latin(char)] applied to each character.
    public static String latin(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) latin.append(latin(text.charAt(i)));
        return latin.toString();
    }

    /// The number that was intended if letters replace digits, as in "9OOO12".
    ///
    /// @return empty if the text has other characters, or only digits
    public static Optional<String> number(String text) {
        StringBuilder number = new StringBuilder(text.length());
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            int at = LETTERS.indexOf(latin(text.charAt(i)));
            letter |= at >= 0;
            char digit = at < 0 ? text.charAt(i) : DIGITS.charAt(at);
            if (digit < '0' || digit > '9') return Optional.empty();
            number.append(digit);
        }
        return letter ? Optional.of(number.toString()) : Optional.empty();
    }
}
