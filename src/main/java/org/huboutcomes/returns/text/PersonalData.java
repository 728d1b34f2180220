package org.huboutcomes.returns.text;

import java.util.Locale;
import java.util.regex.Pattern;
import org.huboutcomes.files.Sha256;

/// Knows e-mail addresses, IP addresses and telephone numbers by their looks, wherever somebody wrote one, and takes
/// them out. A name has no such looks: what may hold names is never stored.
public final class PersonalData {

    public static final String LEFT_OUT = "(address left out)";

    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern LOOKS = Pattern.compile(
            "[\\w.+'-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+"
                    + "|(?<![\\w.])" + BYTE + "(?:\\." + BYTE + "){3}(?![\\w.]\\d)"
                    + "|(?<![\\w:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\\w:])"
                    + "|(?<![\\w.])(?<!P-)(?:\\+44 ?(?:\\(0\\) ?)?|\\(?0)\\d(?:[ ()-]{0,2}\\d){8,9}(?![\\w])",
            Pattern.CASE_INSENSITIVE);

    // In the markup of a file a quotation mark may stand before an address, and is no part of it.
    private static final Pattern IN_MARKUP = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+");

    private PersonalData() {}

    /// Markup with each e-mail address replaced by a word that may stand anywhere, in a link as well. Numbers are let
    /// be: in markup they are rarely a telephone's.
    public static String withoutInMarkup(String markup) {
        return markup.indexOf('@') < 0 ? markup : IN_MARKUP.matcher(markup).replaceAll("address-left-out");
    }

    public static boolean isIn(String text) {
        return mayBeIn(text) && LOOKS.matcher(text).find();
    }

    /// The text with each address replaced by words that say so.
    public static String without(String text) {
        return mayBeIn(text) ? LOOKS.matcher(text).replaceAll(LEFT_OUT) : text;
    }

    /// As it may be stored, and may go back. An address that is all there is may be what tells a row from others, so it
    /// becomes a code that is the same each time.
    public static String coded(String text) {
        return LOOKS.matcher(text).matches() ? "code-" + hash(text.toLowerCase(Locale.ROOT)) : without(text);
    }

    /// Nearly no text passes, and telling so costs one look at its characters.
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
