package org.huboutcomes.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// The records of a text file, numbered as a spreadsheet would: a record is one row, however many lines it takes, and a
/// blank line is a row as well. Every value is text; nothing is trimmed.
final class CsvRows implements Rows {

    private static final int DELIMITERS_NO_COMMENT_HAS = 12;

    private final String name;
    private final char delimiter;
    private final Budget budget;
    private final Line line;
    private final RecordMeter meter;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private int number;
    private int width;

    CsvRows(Reader text, char delimiter, String name, Budget budget) throws IOException {
        this.name = name;
        this.delimiter = delimiter;
        this.budget = budget;
        this.line = new Line(name, budget);
        this.meter = new RecordMeter(text, budget);
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
    public @Nullable Row next() throws Unreadable {
        return Reading.of(name, () -> Optional.ofNullable(read())).orElse(null);
    }

    private @Nullable Row read() throws Unreadable, Budget.Late {
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

    private boolean hasNext() throws Unreadable {
        number++;
        return hasMore();
    }

    private boolean hasMore() throws Unreadable {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof RecordMeter.Endless)
                throw meter.isPaired() || !meter.hasLines() ? tooLong() : unclosed();
            throw e;
        }
    }

    private void check(CSVRecord record) throws Unreadable {
        if (Nuls.areInPlaceOfTheEnd(record.get(record.size() - 1)) && !hasMore())
            throw Refusal.damaged(name + " > row " + number);
        for (String value : record) {
            boolean lines = value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
            if (lines && swallows(value)) throw unclosed();
            if (value.length() > budget.limits().cellCharacters()) throw lines ? unclosed() : tooLong();
        }
        width = Math.max(width, record.size());
    }

    /// Whether most of the lines inside this value look like rows of their own, as they do behind a quotation mark that
    /// is not closed. In a comment a line or two may look so by chance: fewer, the more columns a row has.
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

    private Unreadable unclosed() {
        return Refusal.unclosedQuote(name + " > row " + number);
    }

    private Unreadable tooLong() {
        return Refusal.cellTooLong(name + " > row " + number, budget.limits().cellCharacters());
    }

    private static Cell cell(String value) {
        return value.isEmpty() ? Cell.BLANK : new Cell.Text(value);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            // Read only: nothing is lost when it will not close.
        }
    }
}
