package org.huboutcomes.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// The text of a file on its way to the parser, which fails rather than give one record without end: a quotation mark
/// that is never closed would gather the rest of the file in memory.
final class RecordMeter extends FilterReader {

    private static final int FULL_CELLS = 32;

    private final long limit;
    private long left;
    private long quotes;
    private boolean lines;
    private boolean atEnd;

    RecordMeter(Reader in, Budget budget) {
        super(in);
        this.limit = (long) budget.limits().cellCharacters() * FULL_CELLS;
        this.left = limit;
    }

    /// A record has come to its end, and the next begins.
    void next() {
        left = limit;
        lines = false;
    }

    /// Whether the record has gone on beyond its line.
    boolean hasLines() {
        return lines;
    }

    /// Whether the parser has asked for more than there is.
    boolean isAtEnd() {
        return atEnd;
    }

    /// Whether the quotation marks read so far come in pairs, as they do in a file that is in order.
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
