package org.huboutcomes.spreadsheets.model;

import java.util.Locale;
import java.util.Set;

/// Why a file cannot be read. Its message is in `jobs/rules`, under the code.
public enum Refusal {
    EMPTY_FILE("where"),
    DAMAGED_FILE("where"),
    ENCRYPTED_FILE("where"),
    OLD_WORKBOOK("where"),
    BINARY_WORKBOOK("where"),
    OPEN_DOCUMENT("where"),
    WEB_PAGE("where"),
    NOT_A_SPREADSHEET("where"),
    OLD_DOCUMENT("where"),
    DOCUMENT_WITHOUT_TEXT("where"),
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

    /// The placeholders that its message may use.
    public Set<String> words() {
        return words;
    }
}
