package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.files.DiskFailure;
import org.huboutcomes.intake.JournalFault;
import org.huboutcomes.store.StoreFault;
import org.jspecify.annotations.Nullable;

/// A failure that ends a command: one sentence that says what to do, and an exit code.
public final class Fault extends RuntimeException {

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

    /// Finds the fault among the causes of an exception.
    public static Fault of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) return fault;
            if (cause instanceof StoreFault store && store.isLockedByOther())
                return new Fault(
                        ExitCode.WORKSPACE_LOCKED,
                        "Another run holds the workspace; wait for it to end, or see `status`.",
                        thrown);
            if (cause instanceof JournalFault damaged)
                return new Fault(ExitCode.INVALID_SETUP, String.valueOf(damaged.getMessage()), thrown);
            if (cause instanceof OutOfMemoryError)
                return new Fault(
                        ExitCode.MACHINE_FAILURE,
                        "The machine ran out of memory; give it more with HUB_OUTCOMES_JAVA_OPTS=-Xmx2g and run again; nothing was lost.",
                        thrown);
            if (cause instanceof SQLException sql) return ofDatabase(sql, thrown);
            if (cause instanceof IOException io) return ofDisk(io, thrown);
            if (cause instanceof CatalogueFault wrong && !isOfMachine(wrong.getCause()))
                return new Fault(ExitCode.INVALID_SETUP, String.valueOf(wrong.getMessage()), thrown);
        }
        return new Fault(
                ExitCode.MACHINE_FAILURE,
                "The run ended on an unexpected " + root(thrown).getClass().getSimpleName()
                        + "; nothing was lost; see the log, or use --debug, for details.",
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

    /// Distinguishes a failure of the machine from an invalid query by the start of DuckDB's message.
    private static boolean isOfMachine(SQLException e) {
        String message = String.valueOf(e.getMessage());
        if (StoreFault.isOfAppender(message)) return true;
        return Stream.of("IO Error", "Out of Memory Error", "FATAL Error", "INTERNAL Error", "TransactionContext Error")
                .anyMatch(message::startsWith);
    }

    private static Fault ofDatabase(SQLException e, Throwable thrown) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        if (DiskFailure.isFull(message)) return diskIsFull(thrown);
        if (e.getSQLState() != null && !StoreFault.isOfAppender(message))
            return ofJobRepository(e.getSQLState(), message, thrown);
        if (StoreFault.isOfNewerProgram(message))
            return new Fault(
                    ExitCode.INVALID_SETUP,
                    "The store was written by a newer version of the program; use that version. Nothing was changed.",
                    thrown);
        if (StoreFault.isDamaged(message))
            return new Fault(
                    ExitCode.INVALID_SETUP,
                    "The store is damaged: " + message + " Put back store/outcomes.duckdb from a backup.",
                    thrown);
        return isOfMachine(e)
                ? new Fault(
                        ExitCode.MACHINE_FAILURE,
                        "The database failed; nothing was lost; run again: " + message,
                        thrown)
                : new Fault(ExitCode.INVALID_SETUP, "A query of the catalogue cannot be run: " + message, thrown);
    }

    /// PostgreSQL gives every error an SQLState, DuckDB only those of its appender. 08 is a broken connection, 57 a
    /// server that is stopping or starting, 28 a refused user or password, 3D a missing database, 42 a missing
    /// permission.
    private static Fault ofJobRepository(String state, String message, Throwable thrown) {
        if (state.startsWith("08") || state.startsWith("57"))
            return new Fault(
                    ExitCode.MACHINE_FAILURE,
                    "The database of the job repository does not answer; nothing was lost; start it and run again.",
                    thrown);
        boolean isSetUp = Stream.of("28", "3D", "42").anyMatch(state::startsWith);
        return isSetUp
                ? new Fault(
                        ExitCode.INVALID_SETUP,
                        "The database of the job repository refuses the program; correct job_repository in workspace.yaml"
                                + " or its password: " + message,
                        thrown)
                : new Fault(
                        ExitCode.MACHINE_FAILURE,
                        "The database of the job repository failed; nothing was lost; run again: " + message,
                        thrown);
    }

    private static Fault ofDisk(IOException e, Throwable thrown) {
        String message = String.valueOf(e.getMessage());
        if (DiskFailure.isFull(message)) return diskIsFull(thrown);
        String where = e instanceof FileSystemException file ? String.valueOf(file.getFile()) : message;
        if (e instanceof NoSuchFileException)
            return new Fault(
                    ExitCode.MACHINE_FAILURE,
                    where + " is missing; put it back and run again; nothing was lost.",
                    thrown);
        if (e instanceof AccessDeniedException || message.contains("Read-only file system"))
            return new Fault(
                    ExitCode.MACHINE_FAILURE,
                    where + " cannot be read or written; correct its permissions and run again; nothing was lost.",
                    thrown);
        return new Fault(
                ExitCode.MACHINE_FAILURE, "The disk failed at " + where + "; nothing was lost; run again.", thrown);
    }

    private static Fault diskIsFull(Throwable thrown) {
        return new Fault(
                ExitCode.MACHINE_FAILURE, "The disk is full; make room and run again; nothing was lost.", thrown);
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
