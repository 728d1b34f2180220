package org.huboutcomes.spreadsheets.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.huboutcomes.spreadsheets.model.ReadOperation;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.RowBuilder;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.TrailingNuls;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.jspecify.annotations.Nullable;

/// The records of a text file, numbered as a spreadsheet does: a record is one row, even over several lines, and a
/// blank line is a row. Every value is text and is not trimmed.
final class CsvRows implements Rows {

    private static final int DELIMITERS_NO_COMMENT_HAS = 12;
    private static final int GUARD = "=\"\"".length();

    private final String name;
    private final char delimiter;
    private final ReadBudget budget;
    private final RowBuilder line;
    private final RecordLengthGuard meter;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private int number;
    private int width;

    CsvRows(Reader text, char delimiter, String name, ReadBudget budget) throws IOException {
        this.name = name;
        this.delimiter = delimiter;
        this.budget = budget;
        this.line = new RowBuilder(name, budget);
        this.meter = new RecordLengthGuard(text, budget);
        this.parser = format(delimiter).parse(meter);
        this.records = parser.iterator();
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }

    @Override
    public @Nullable Row next() throws UnreadableException {
        return ReadOperation.of(name, () -> Optional.ofNullable(read())).orElse(null);
    }

    private @Nullable Row read() throws UnreadableException, ReadBudget.Late {
        while (hasNext()) {
            CSVRecord record = records.next();
            meter.next();
            check(record);
            for (int i = 0; i < record.size(); i++) line.put(i, cell(record.get(i)));
            Row row = line.take(number, false);
            if (row != null) return row;
        }
        return null;
    }

    private boolean hasNext() throws UnreadableException {
        number++;
        return hasMore();
    }

    private boolean hasMore() throws UnreadableException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof RecordLengthGuard.Endless)
                throw meter.isPaired() || !meter.hasLines() ? tooLong() : unclosed();
            throw e;
        }
    }

    private void check(CSVRecord record) throws UnreadableException {
        if (TrailingNuls.areInPlaceOfTheEnd(record.get(record.size() - 1)) && !hasMore())
            throw UnreadableException.damaged(name + " > row " + number);
        for (int i = 0; i < record.size(); i++) {
            String value = record.get(i);
            boolean lines = value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
            if (lines && swallows(value)) throw unclosed();
            if (value.length() > budget.limits().cellCharacters()) throw lines ? unclosed() : tooLong();
        }
        width = Math.max(width, record.size());
    }

    /// Whether most lines inside this value look like rows, which happens after a quotation mark that is never
    /// closed. A line or two of a comment may look like rows by chance; this is less likely with more columns.
    private boolean swallows(String value) {
        String[] lines = value.split("\\R");
        long rows = Arrays.stream(lines).skip(1).filter(this::looksLikeARow).count();
        if (rows * 2 < lines.length - 1) return false;
        boolean openAtTheEnd = meter.isAtEnd() && !meter.isPaired();
        return rows * (width - 1) >= (openAtTheEnd ? 1 : DELIMITERS_NO_COMMENT_HAS);
    }

    private boolean looksLikeARow(String text) {
        return text.chars().filter(c -> c == delimiter).count() == width - 1;
    }

    private UnreadableException unclosed() {
        return UnreadableException.unclosedQuote(name + " > row " + number);
    }

    private UnreadableException tooLong() {
        return UnreadableException.cellTooLong(
                name + " > row " + number, budget.limits().cellCharacters());
    }

    private static Cell cell(String value) {
        String text = withoutGuard(value);
        return text.isEmpty() ? Cell.BLANK : new Cell.Text(text);
    }

    /// Removes the formula that a program wrote to keep a value as text: `="0123"`.
    private static String withoutGuard(String value) {
        boolean guarded = value.length() > GUARD && value.startsWith("=\"") && value.endsWith("\"");
        String inside = guarded ? value.substring(GUARD - 1, value.length() - 1) : value;
        return guarded && inside.indexOf('"') < 0 ? inside : value;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            // Only read, so a failure to close loses nothing.
        }
    }
}
