package org.huboutcomes.spreadsheets.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.huboutcomes.spreadsheets.model.ReadBudget;

/// Limits the length of a record on its way to the parser. Without it, a quotation mark that is never closed would
/// load the rest of the file into memory.
final class RecordLengthGuard extends FilterReader {

    private static final int FULL_CELLS = 32;

    private final long limit;
    private long left;
    private long quotes;
    private boolean lines;
    private boolean atEnd;

    RecordLengthGuard(Reader in, ReadBudget budget) {
        super(in);
        this.limit = (long) budget.limits().cellCharacters() * FULL_CELLS;
        this.left = limit;
    }

    /// Starts the next record.
    void next() {
        left = limit;
        lines = false;
    }

    /// Whether the record spans more than one line.
    boolean hasLines() {
        return lines;
    }

    /// Whether the parser has read past the end of the text.
    boolean isAtEnd() {
        return atEnd;
    }

    /// Whether the quotation marks read so far are balanced.
    boolean isPaired() {
        return quotes % 2 == 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        note(c);
        atEnd = c < 0;
        if (c >= 0) take(1);
        return c;
    }

    @Override
    public int read(char[] text, int offset, int length) throws IOException {
        int read = super.read(text, offset, length);
        for (int i = offset; i < offset + read; i++) note(text[i]);
        atEnd = read < 0;
        if (read > 0) take(read);
        return read;
    }

    private void note(int c) {
        if (c == '"') quotes++;
        if (c == '\n' || c == '\r') lines = true;
    }

    private void take(int read) throws Endless {
        left -= read;
        if (left < 0) throw new Endless();
    }

    static final class Endless extends IOException {
        private static final long serialVersionUID = 1;
    }
}
