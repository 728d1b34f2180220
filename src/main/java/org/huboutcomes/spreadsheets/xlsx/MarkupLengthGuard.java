package org.huboutcomes.spreadsheets.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.huboutcomes.spreadsheets.model.LimitExceededException;

/// Limits the length of an attribute, comment or CDATA section on the way to the parser, which loads each whole. An
/// attribute cannot contain `<`, so the distance between two `<` limits it; other sections are followed to their ends.
/// NULs are skipped, so that UTF-16 is limited too.
final class MarkupLengthGuard extends FilterInputStream {

    // A full cell with every character written as a reference is a third of this.
    private static final int LIMIT = 1_000_000;

    private int since;
    private int closing;
    private int last;
    private int lastButOne;

    MarkupLengthGuard(InputStream in) {
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

    private void pass(int b) throws LimitExceededException {
        since++;
        if (closing != 0) {
            if (b == '>' && last == closing && (closing == '?' || lastButOne == closing)) leave();
        } else if (b == '<') since = 0;
        else if (since == 1 && b == '?') closing = '?';
        else if (since == 2 && last == '!') closing = b == '[' ? ']' : b;
        if (since > LIMIT) throw new LimitExceededException();
        lastButOne = last;
        last = b;
    }

    private void leave() {
        closing = 0;
        since = 0;
    }
}
