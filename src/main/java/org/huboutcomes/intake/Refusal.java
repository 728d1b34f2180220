package org.huboutcomes.intake;

/// What is said of a file that cannot be read, all in one place: what was found, and what to do.
final class Refusal {

    private Refusal() {}

    static Unreadable empty(String what) {
        return new Unreadable("empty_file", what + " is empty. Save it again and send that.");
    }

    static Unreadable damaged(String what) {
        return new Unreadable(
                "damaged_file",
                what + " is damaged and cannot be read. Open it, save it again as .xlsx and send that.");
    }

    static Unreadable encrypted(String what) {
        return new Unreadable(
                "encrypted_file", what + " is locked with a password. Save it without a password and send that.");
    }

    static Unreadable oldWorkbook(String what) {
        return new Unreadable(
                "old_workbook", what + " was saved by Excel 95 or earlier. Open it, save it as .xlsx and send that.");
    }

    static Unreadable binaryWorkbook(String what) {
        return new Unreadable(
                "binary_workbook", what + " is a binary workbook (.xlsb). Open it, save it as .xlsx and send that.");
    }

    static Unreadable openDocument(String what) {
        return new Unreadable(
                "open_document", what + " is an OpenDocument file (.ods). Open it, save it as .xlsx and send that.");
    }

    static Unreadable webPage(String what) {
        return new Unreadable(
                "web_page", what + " is a web page or XML inside. Open it in Excel, save it as .xlsx and send that.");
    }

    static Unreadable notASpreadsheet(String what) {
        return new Unreadable(
                "not_a_spreadsheet",
                what + " is not a spreadsheet. Send a workbook (.xlsx), a CSV file or a zip of these.");
    }

    static Unreadable zipInZip(String what) {
        return new Unreadable("zip_in_zip", what + " is a zip inside a zip. Unpack it and send what is inside.");
    }

    static Unreadable tooLarge(String what) {
        return new Unreadable(
                "too_large", what + " holds more than can be read. Send only the sheets that were asked for.");
    }

    static Unreadable tooManyColumns(String what, int limit) {
        return new Unreadable(
                "too_many_columns",
                "%s has more than %,d columns. Delete what lies to the right of the table and send it again."
                        .formatted(what, limit));
    }

    static Unreadable tooManyRows(String what, int limit) {
        return new Unreadable(
                "too_many_rows",
                "%s has more than %,d rows. Delete what lies below the table and send it again."
                        .formatted(what, limit));
    }

    static Unreadable cellTooLong(String where, int limit) {
        return new Unreadable(
                "cell_too_long",
                "%s holds a cell of more than %,d characters. Shorten it and send it again.".formatted(where, limit));
    }

    static Unreadable unclosedQuote(String where) {
        return new Unreadable(
                "unclosed_quote",
                where + " opens a quotation mark that is not closed before the next row. Close it and send it again.");
    }
}
