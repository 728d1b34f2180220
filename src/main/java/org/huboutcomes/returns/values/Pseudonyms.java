package org.huboutcomes.returns.values;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Replaces a person's name by a reference that is the same each time the hub writes that name, and that cannot be
/// traced back without the key.
public final class Pseudonyms {

    static final String PATTERN = "P-[0-9a-f]{10}";

    /// The length of a key in bytes.
    public static final int KEY_LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES_SHOWN = 5;
    private static final Pattern OURS = Pattern.compile(PATTERN);
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final SecretKeySpec key;

    /// @param key the key of this workspace
    public Pseudonyms(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// Pseudonyms that are valid only for this run.
    public static Pseudonyms ofThisRun() {
        byte[] key = new byte[KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        return new Pseudonyms(key);
    }

    /// Whether a reference is a name: it has a letter and no digit, and is not a pseudonym.
    public static boolean isName(String reference) {
        boolean letter = false;
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (Character.isDigit(c)) return false;
            letter |= Character.isLetter(c);
        }
        return letter && !OURS.matcher(reference).matches();
    }

    /// Whether a reference replaced a name.
    public static boolean isPseudonym(String reference) {
        return OURS.matcher(reference).matches();
    }

    public String of(String hub, String name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(hub.getBytes(UTF_8));
            mac.update((byte) 0);
            byte[] code = mac.doFinal(normalised(name).getBytes(UTF_8));
            return "P-" + HexFormat.of().formatHex(code, 0, BYTES_SHOWN);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The name without case, accents, dots and blanks; "Lee, Ann" is Ann Lee.
    static String normalised(String name) {
        int comma = name.indexOf(',');
        boolean surnameFirst = comma > 0 && comma == name.lastIndexOf(',');
        String ordered = surnameFirst ? name.substring(comma + 1) + " " + name.substring(0, comma) : name;
        String plain = Normalizer.normalize(ordered, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return NO_LETTERS
                .matcher(plain.replaceAll("['\u2019\u2018]", ""))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
