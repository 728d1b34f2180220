package org.huboutcomes.reports.pack;

/// One column of a table in a data pack.
///
/// @param heading its heading in the workbook
/// @param name its heading in the CSV
record Column(String heading, String name, Kind kind) {

    /// The content of its cells.
    enum Kind {
        TEXT("@"),
        COUNT("#,##0"),
        VALUE("#,##0.0#"),
        /// A key for programs, or a text that is in the sheet of definitions once: only in the CSV.
        CSV_ONLY("@"),
        /// Words for readers, where the CSV has a key.
        WORKBOOK_ONLY("@");

        final String format;

        Kind(String format) {
            this.format = format;
        }
    }

    static Column text(String heading, String name) {
        return new Column(heading, name, Kind.TEXT);
    }

    static Column count(String heading, String name) {
        return new Column(heading, name, Kind.COUNT);
    }

    static Column value(String heading, String name) {
        return new Column(heading, name, Kind.VALUE);
    }

    static Column csvOnly(String name) {
        return new Column(name, name, Kind.CSV_ONLY);
    }

    static Column workbookOnly(String heading) {
        return new Column(heading, heading, Kind.WORKBOOK_ONLY);
    }

    boolean isInCsv() {
        return kind != Kind.WORKBOOK_ONLY;
    }

    boolean isInWorkbook() {
        return kind != Kind.CSV_ONLY;
    }
}
