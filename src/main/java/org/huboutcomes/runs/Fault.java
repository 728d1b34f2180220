package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.intake.Disk;
import org.huboutcomes.store.StoreFault;
import org.jspecify.annotations.Nullable;

/// Something about the machine or its setting that ends a command: one sentence that says what to do, and an exit code.
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public Fault(ExitCode exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    private Fault(ExitCode exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /// Finds the kind of fault behind an exception, however deeply it was wrapped.
    public static Fault of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) return fault;
            if (cause instanceof StoreFault store && store.isLockedByOther())
                return new Fault(
                        ExitCode.HELD, "Another run holds the workspace; wait for it to end, or see `status`.", thrown);
            if (cause instanceof OutOfMemoryError)
                return new Fault(
                        ExitCode.MACHINE,
                        "The machine ran out of memory; give it more with HUB_OUTCOMES_JAVA_OPTS=-Xmx2g and run again; nothing was lost.",
                        thrown);
            if (cause instanceof SQLException sql) return ofDatabase(sql, thrown);
            if (cause instanceof IOException io) return ofDisk(io, thrown);
            if (cause instanceof CatalogueFault wrong && !isOfMachine(wrong.getCause()))
                return new Fault(ExitCode.NOT_IN_ORDER, String.valueOf(wrong.getMessage()), thrown);
        }
        return new Fault(
                ExitCode.MACHINE,
                "The run ended on an unexpected " + root(thrown).getClass().getSimpleName()
                        + "; nothing was lost; the log has the details, and so has --debug.",
                thrown);
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) root = root.getCause();
        return root;
    }

    private static boolean isOfMachine(@Nullable Throwable cause) {
        return cause instanceof SQLException sql && isOfMachine(sql);
    }

    /// DuckDB says in its first words whose fault it was: a query is the catalogue's, the rest is the machine's.
    private static boolean isOfMachine(SQLException e) {
        String words = String.valueOf(e.getMessage());
        return Stream.of("IO Error", "Out of Memory Error", "FATAL Error", "INTERNAL Error", "TransactionContext Error")
                .anyMatch(words::startsWith);
    }

    private static Fault ofDatabase(SQLException e, Throwable thrown) {
        String words = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        if (Disk.isFull(words)) return diskIsFull(thrown);
        return isOfMachine(e)
                ? new Fault(ExitCode.MACHINE, "The database failed, nothing was lost, run again: " + words, thrown)
                : new Fault(ExitCode.NOT_IN_ORDER, "A query of the catalogue cannot be run: " + words, thrown);
    }

    private static Fault ofDisk(IOException e, Throwable thrown) {
        String words = String.valueOf(e.getMessage());
        if (Disk.isFull(words)) return diskIsFull(thrown);
        String where = e instanceof FileSystemException file ? String.valueOf(file.getFile()) : words;
        if (e instanceof NoSuchFileException)
            return new Fault(
                    ExitCode.MACHINE, where + " is not there; put it back and run again; nothing was lost.", thrown);
        if (e instanceof AccessDeniedException || words.contains("Read-only file system"))
            return new Fault(
                    ExitCode.MACHINE,
                    where + " may not be written, or not be read; allow it and run again; nothing was lost.",
                    thrown);
        return new Fault(ExitCode.MACHINE, "The disk failed at " + where + "; nothing was lost, run again.", thrown);
    }

    private static Fault diskIsFull(Throwable thrown) {
        return new Fault(ExitCode.MACHINE, "The disk is full; make room and run again; nothing was lost.", thrown);
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
