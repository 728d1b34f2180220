package org.huboutcomes.spreadsheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.huboutcomes.spreadsheets.model.TextEncoding;
import org.huboutcomes.spreadsheets.model.TrailingNuls;

/// The format of a file, recognised by its first bytes.
enum FileFormat {
    EMPTY,
    ZIP,
    OLE2,
    OLD_EXCEL,
    MARKUP,
    TEXT,
    OTHER;

    private static final int LOOK = 8192;
    private static final String OLE2_MAGIC = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
    // The first record of an Excel 2, 3 or 4 workbook, older than OLE2.
    private static final List<String> OLD_EXCEL_MAGIC = List.of("\t\0\4\0", "\t\2\6\0", "\t\4\6\0", "\t\0\6\0");
    // Formats whose first bytes look like text; others are recognised by their control characters.
    private static final List<String> OTHER_MAGIC = List.of("%PDF", "{\\rtf", "\u0089PNG", "\u00ff\u00d8\u00ff");
    private static final Pattern MARKUP_START = Pattern.compile(
            "<(\\?xml|!doctype|!--|html|head|body|table|meta|style|workbook|script)", Pattern.CASE_INSENSITIVE);

    static FileFormat of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LOOK);
        }
        return of(start);
    }

    private static FileFormat of(byte[] start) {
        String bytes = new String(start, ISO_8859_1);
        if (bytes.isEmpty()) return EMPTY;
        if (bytes.startsWith("PK\3\4") || bytes.startsWith("PK\5\6")) return ZIP;
        if (bytes.startsWith(OLE2_MAGIC)) return OLE2;
        if (OLD_EXCEL_MAGIC.stream().anyMatch(bytes::startsWith)) return OLD_EXCEL;
        if (OTHER_MAGIC.stream().anyMatch(bytes::startsWith)) return OTHER;
        String text = new String(start, TextEncoding.of(start).orElse(UTF_8)).replace("\ufeff", "");
        if (MARKUP_START.matcher(text.stripLeading().toLowerCase(Locale.ROOT)).lookingAt()) return MARKUP;
        if (text.isBlank() && start.length < LOOK) return EMPTY;
        return isBinary(TrailingNuls.withoutTail(text)) ? OTHER : TEXT;
    }

    /// A file with more than one control character in twenty is not text. Single ones, even NUL, occur in real
    /// exports.
    private static boolean isBinary(String text) {
        long control = text.chars()
                .filter(c -> c < ' ' && "\t\r\n\f\u000b\u001a\u001f".indexOf(c) < 0)
                .count();
        return control * 20 > text.length() && control > 2;
    }
}
