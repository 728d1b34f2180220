package org.huboutcomes.intake;

import java.util.Locale;
import java.util.Set;

/// Why a file cannot be read. What is then said of it stands in `jobs/rules`, under the refusal's code.
public enum Refusal {
    EMPTY_FILE("where"),
    DAMAGED_FILE("where"),
    ENCRYPTED_FILE("where"),
    OLD_WORKBOOK("where"),
    BINARY_WORKBOOK("where"),
    OPEN_DOCUMENT("where"),
    WEB_PAGE("where"),
    NOT_A_SPREADSHEET("where"),
    ZIP_IN_ZIP("where"),
    AMBIGUOUS_ZIP("where"),
    TOO_LARGE("where"),
    TOO_MANY_COLUMNS("where", "limit"),
    TOO_MANY_ROWS("where", "limit"),
    CELL_TOO_LONG("where", "limit"),
    TOO_SLOW("where", "limit"),
    UNCLOSED_QUOTE("where");

    private final Set<String> words;

    Refusal(String... words) {
        this.words = Set.of(words);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Those that its sentence may use.
    public Set<String> words() {
        return words;
    }

    static Unreadable empty(String where) {
        return new Unreadable(EMPTY_FILE, where);
    }

    static Unreadable damaged(String where) {
        return new Unreadable(DAMAGED_FILE, where);
    }

    static Unreadable encrypted(String where) {
        return new Unreadable(ENCRYPTED_FILE, where);
    }

    static Unreadable oldWorkbook(String where) {
        return new Unreadable(OLD_WORKBOOK, where);
    }

    static Unreadable binaryWorkbook(String where) {
        return new Unreadable(BINARY_WORKBOOK, where);
    }

    static Unreadable openDocument(String where) {
        return new Unreadable(OPEN_DOCUMENT, where);
    }

    static Unreadable webPage(String where) {
        return new Unreadable(WEB_PAGE, where);
    }

    static Unreadable notASpreadsheet(String where) {
        return new Unreadable(NOT_A_SPREADSHEET, where);
    }

    static Unreadable zipInZip(String where) {
        return new Unreadable(ZIP_IN_ZIP, where);
    }

    static Unreadable ambiguousZip(String where) {
        return new Unreadable(AMBIGUOUS_ZIP, where);
    }

    static Unreadable tooLarge(String where) {
        return new Unreadable(TOO_LARGE, where);
    }

    static Unreadable tooManyColumns(String where, int limit) {
        return new Unreadable(TOO_MANY_COLUMNS, where, limit);
    }

    static Unreadable tooManyRows(String where, int limit) {
        return new Unreadable(TOO_MANY_ROWS, where, limit);
    }

    static Unreadable cellTooLong(String where, int limit) {
        return new Unreadable(CELL_TOO_LONG, where, limit);
    }

    static Unreadable tooSlow(String where, int seconds) {
        return new Unreadable(TOO_SLOW, where, seconds);
    }

    static Unreadable unclosedQuote(String where) {
        return new Unreadable(UNCLOSED_QUOTE, where);
    }
}
