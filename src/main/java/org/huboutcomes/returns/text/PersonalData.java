package org.huboutcomes.returns.text;

import java.util.Locale;
import java.util.regex.Pattern;
import org.huboutcomes.files.Sha256;

/// Recognises email addresses, IP addresses and telephone numbers by their patterns in any text, and removes them.
/// Names have no such pattern: fields that may contain names are never stored.
public final class PersonalData {

    public static final String LEFT_OUT = "(address left out)";

    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern LOOKS = Pattern.compile(
            "[\\w.+'-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+"
                    + "|(?<![\\w.])" + BYTE + "(?:\\." + BYTE + "){3}(?![\\w.]\\d)"
                    + "|(?<![\\w:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\\w:])"
                    + "|(?<![\\w.])(?<!P-)(?:\\+44 ?(?:\\(0\\) ?)?|\\(?0)\\d(?:[ ()-]{0,2}\\d){8,9}(?![\\w])",
            Pattern.CASE_INSENSITIVE);

    // In markup, a quotation mark before an address is not part of it.
    private static final Pattern IN_MARKUP = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+");

    private PersonalData() {}

    /// Replaces each email address in markup by a word that is valid anywhere, including in a link. Numbers are
    /// kept, because in markup they are rarely telephone numbers.
    public static String withoutInMarkup(String markup) {
        return markup.indexOf('@') < 0 ? markup : IN_MARKUP.matcher(markup).replaceAll("address-left-out");
    }

    public static boolean isIn(String text) {
        return mayBeIn(text) && LOOKS.matcher(text).find();
    }

    /// Replaces each address in a text by words that say so.
    public static String without(String text) {
        return mayBeIn(text) ? LOOKS.matcher(text).replaceAll(LEFT_OUT) : text;
    }

    /// The text in a form that may be stored and sent back. If it is only an address, it may identify a row, so it
    /// becomes a code that is the same each time.
    public static String coded(String text) {
        return LOOKS.matcher(text).matches() ? "code-" + hash(text.toLowerCase(Locale.ROOT)) : without(text);
    }

    /// A quick check of the characters, which excludes nearly every text.
    private static boolean mayBeIn(String text) {
        int digits = 0;
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@') return true;
            if (c >= '0' && c <= '9') digits++;
            else if (c == '.' || c == ':') marks++;
        }
        return digits >= 10 || digits >= 4 && marks >= 3 || marks >= 4;
    }

    private static String hash(String text) {
        return Sha256.of(text).substring(0, 12);
    }
}
