package org.huboutcomes.spreadsheets.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/// What remains of the limits while one file is read; bytes, cells and time count over all its parts.
public final class ReadBudget {

    private final ReadLimits limits;
    private final long end;
    private long bytes;
    private long cells;

    private ReadBudget(ReadLimits limits, long end) {
        this.limits = limits;
        this.end = end;
        this.bytes = limits.uncompressedBytes();
        this.cells = limits.cells();
    }

    /// Starts the clock.
    public static ReadBudget of(ReadLimits limits) {
        return new ReadBudget(limits, System.nanoTime() + TimeUnit.SECONDS.toNanos(limits.seconds()));
    }

    /// A budget for a member of a zip: its own bytes and cells, and the time that remains.
    public ReadBudget forMember() {
        return new ReadBudget(limits, end);
    }

    public ReadLimits limits() {
        return limits;
    }

    /// A stream limited to the bytes that remain.
    public InputStream metered(InputStream in) {
        return new LimitedInputStream(in, Long.MAX_VALUE);
    }

    /// A stream for a part that stays in memory, limited to `most` bytes.
    public InputStream metered(InputStream in, long most) {
        return new LimitedInputStream(in, most);
    }

    private void takeBytes(long read) throws IOException {
        bytes -= read;
        if (bytes < 0) throw new LimitExceededException();
        takeTime();
    }

    void takeCells(int read, String where) throws UnreadableException {
        cells -= read;
        if (cells < 0) throw UnreadableException.tooLarge(where);
    }

    void takeTime() throws Late {
        if (System.nanoTime() - end > 0) throw new Late(limits.seconds());
    }

    /// Reading the file took longer than its limit.
    public static final class Late extends IOException {
        private static final long serialVersionUID = 1;
        private final int seconds;

        Late(int seconds) {
            this.seconds = seconds;
        }

        int seconds() {
            return seconds;
        }
    }

    /// A stream that fails when its limit is exceeded.
    private final class LimitedInputStream extends FilterInputStream {

        private long left;

        LimitedInputStream(InputStream in, long limit) {
            super(in);
            this.left = limit;
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
            if (left < 0) throw new LimitExceededException();
            takeBytes(read);
        }
    }
}
