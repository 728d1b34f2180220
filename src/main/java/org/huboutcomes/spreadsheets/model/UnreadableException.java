package org.huboutcomes.spreadsheets.model;

import java.util.Map;
import org.huboutcomes.files.ControlChars;

/// A file or sheet that cannot be read as what it claims to be. It becomes a finding. Machine faults while reading
/// (disk, memory) are other exceptions.
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    private static final int LONGEST_PLACE = 400;

    private final Refusal refusal;
    private final String where;
    private final int limit;

    private UnreadableException(Refusal refusal, String where) {
        this(refusal, where, 0);
    }

    /// @param where the file, and the sheet or row if known
    /// @param limit the maximum; 0 if not relevant
    private UnreadableException(Refusal refusal, String where, int limit) {
        super(where + ": " + refusal.code());
        this.refusal = refusal;
        this.where = where;
        this.limit = limit;
    }

    public static UnreadableException empty(String where) {
        return new UnreadableException(Refusal.EMPTY_FILE, where);
    }

    public static UnreadableException damaged(String where) {
        return new UnreadableException(Refusal.DAMAGED_FILE, where);
    }

    public static UnreadableException encrypted(String where) {
        return new UnreadableException(Refusal.ENCRYPTED_FILE, where);
    }

    public static UnreadableException oldWorkbook(String where) {
        return new UnreadableException(Refusal.OLD_WORKBOOK, where);
    }

    public static UnreadableException binaryWorkbook(String where) {
        return new UnreadableException(Refusal.BINARY_WORKBOOK, where);
    }

    public static UnreadableException openDocument(String where) {
        return new UnreadableException(Refusal.OPEN_DOCUMENT, where);
    }

    public static UnreadableException webPage(String where) {
        return new UnreadableException(Refusal.WEB_PAGE, where);
    }

    public static UnreadableException notASpreadsheet(String where) {
        return new UnreadableException(Refusal.NOT_A_SPREADSHEET, where);
    }

    public static UnreadableException oldDocument(String where) {
        return new UnreadableException(Refusal.OLD_DOCUMENT, where);
    }

    public static UnreadableException documentWithoutText(String where) {
        return new UnreadableException(Refusal.DOCUMENT_WITHOUT_TEXT, where);
    }

    public static UnreadableException zipInZip(String where) {
        return new UnreadableException(Refusal.ZIP_IN_ZIP, where);
    }

    static UnreadableException ambiguousZip(String where) {
        return new UnreadableException(Refusal.AMBIGUOUS_ZIP, where);
    }

    public static UnreadableException tooLarge(String where) {
        return new UnreadableException(Refusal.TOO_LARGE, where);
    }

    public static UnreadableException tooManyColumns(String where, int limit) {
        return new UnreadableException(Refusal.TOO_MANY_COLUMNS, where, limit);
    }

    static UnreadableException tooManyRows(String where, int limit) {
        return new UnreadableException(Refusal.TOO_MANY_ROWS, where, limit);
    }

    public static UnreadableException cellTooLong(String where, int limit) {
        return new UnreadableException(Refusal.CELL_TOO_LONG, where, limit);
    }

    static UnreadableException tooSlow(String where, int seconds) {
        return new UnreadableException(Refusal.TOO_SLOW, where, seconds);
    }

    public static UnreadableException unclosedQuote(String where) {
        return new UnreadableException(Refusal.UNCLOSED_QUOTE, where);
    }

    /// The place on one line, whatever characters the name of a file, sheet or member has.
    private static String plain(String where) {
        String line = ControlChars.inOneLine(where);
        return line.codePointCount(0, line.length()) <= LONGEST_PLACE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_PLACE)) + "\u2026";
    }

    /// The code of the finding, such as `encrypted_file`.
    public String rule() {
        return refusal.code();
    }

    /// The values for the placeholders of its message.
    public Map<String, String> words() {
        return Map.of("where", plain(where), "limit", "%,d".formatted(limit));
    }
}
