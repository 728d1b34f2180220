package org.huboutcomes.reports.pack;

/// One column of a table in a data pack.
///
/// @param heading as the workbook shows it
/// @param name as the CSV has it
record Column(String heading, String name, Kind kind) {

    /// How its cells are shown.
    enum Kind {
        TEXT("@"),
        COUNT("#,##0"),
        VALUE("#,##0.0#");

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
}
