package org.huboutcomes.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// XML on its way to the parser, which gathers each attribute, comment and CDATA section whole in memory: a stream that
/// fails rather than give one without end. No attribute may hold a `<`, so the way from one `<` to the next bounds it;
/// the other sections are followed to their own ends. NULs are passed over, so that UTF-16 is metered too.
final class MarkupMeter extends FilterInputStream {

    // A full cell, each of its characters written as a reference, is a third of this.
    private static final int LIMIT = 1_000_000;

    private int since;
    private int closing;
    private int last;
    private int lastButOne;

    MarkupMeter(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b > 0) pass(b);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        for (int i = offset; i < offset + read; i++) if (bytes[i] != 0) pass(bytes[i]);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void pass(int b) throws Metered.Exceeded {
        since++;
        if (closing != 0) {
            if (b == '>' && last == closing && (closing == '?' || lastButOne == closing)) leave();
        } else if (b == '<') since = 0;
        else if (since == 1 && b == '?') closing = '?';
        else if (since == 2 && last == '!') closing = b == '[' ? ']' : b;
        if (since > LIMIT) throw new Metered.Exceeded();
        lastButOne = last;
        last = b;
    }

    private void leave() {
        closing = 0;
        since = 0;
    }
}
