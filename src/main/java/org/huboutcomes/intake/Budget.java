package org.huboutcomes.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/// What is left of the limits of one file while it is read: bytes, cells and time are counted over all its parts.
final class Budget {

    private final Limits limits;
    private final long end;
    private long bytes;
    private long cells;

    private Budget(Limits limits, long end) {
        this.limits = limits;
        this.end = end;
        this.bytes = limits.uncompressedBytes();
        this.cells = limits.cells();
    }

    /// Time counts from now.
    static Budget of(Limits limits) {
        return new Budget(limits, System.nanoTime() + TimeUnit.SECONDS.toNanos(limits.seconds()));
    }

    /// For a member of a zip, which has bytes and cells of its own, and only the time that is left of all.
    Budget forMember() {
        return new Budget(limits, end);
    }

    Limits limits() {
        return limits;
    }

    /// A stream that gives no more than is left.
    InputStream metered(InputStream in) {
        return new Metered(in, Long.MAX_VALUE, this);
    }

    /// A part that stays in memory, of at most so many bytes.
    InputStream metered(InputStream in, long most) {
        return new Metered(in, most, this);
    }

    void takeBytes(long read) throws IOException {
        bytes -= read;
        if (bytes < 0) throw new Metered.Exceeded();
        takeTime();
    }

    void takeCells(int read, String where) throws Unreadable {
        cells -= read;
        if (cells < 0) throw Refusal.tooLarge(where);
    }

    void takeTime() throws Late {
        if (System.nanoTime() - end > 0) throw new Late(limits.seconds());
    }

    /// The time of the file is up.
    static final class Late extends IOException {
        private static final long serialVersionUID = 1;
        private final int seconds;

        Late(int seconds) {
            this.seconds = seconds;
        }

        int seconds() {
            return seconds;
        }
    }
}
