package org.huboutcomes.spreadsheets.csv;

import java.util.Set;
import org.apache.poi.ss.util.CellReference;

/// Replaces single values of a text file of separated values. Everything else keeps its characters.
public final class CsvCells {

    private final String text;
    private final char delimiter;
    private final Set<String> addresses;
    private final String value;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private CsvCells(String text, Set<String> addresses, String value) {
        this.text = text;
        this.delimiter = Delimiter.of(text);
        this.addresses = addresses;
        this.value = value;
    }

    /// @param addresses cell addresses as in a spreadsheet, such as `F5`
    /// @param value a value without separators and quotation marks
    public static String replace(String text, Set<String> addresses, String value) {
        return new CsvCells(text, addresses, value).replaced();
    }

    /// Counts records as [CsvRows] does: a blank line is a record, and so is a value that spans several lines.
    private String replaced() {
        int row = 0;
        int column = 0;
        while (at < text.length()) {
            int start = at;
            skipValue();
            String address = new CellReference(row, column).formatAsString();
            out.append(addresses.contains(address) ? value : text.substring(start, at));
            if (at == text.length()) break;
            char end = text.charAt(at++);
            out.append(end);
            if (end == delimiter) {
                column++;
                continue;
            }
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') out.append(text.charAt(at++));
            row++;
            column = 0;
        }
        return out.toString();
    }

    private void skipValue() {
        if (at < text.length() && text.charAt(at) == '"') skipQuoted();
        while (at < text.length() && !isEnd(text.charAt(at))) at++;
    }

    private void skipQuoted() {
        at++;
        while (at < text.length()) {
            if (text.charAt(at++) != '"') continue;
            if (at == text.length() || text.charAt(at) != '"') return;
            at++;
        }
    }

    private boolean isEnd(char one) {
        return one == delimiter || one == '\n' || one == '\r';
    }
}
