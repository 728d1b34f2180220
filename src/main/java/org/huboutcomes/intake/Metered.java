package org.huboutcomes.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that yields no more bytes than its limit, and fails rather than give more.
final class Metered extends FilterInputStream {

    private final Budget budget;
    private long left;

    Metered(InputStream in, long limit, Budget budget) {
        super(in);
        this.left = limit;
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) take(1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) take(read);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void take(int read) throws IOException {
        left -= read;
        if (left < 0) throw new Exceeded();
        budget.takeBytes(read);
    }

    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1;
    }
}
