package org.huboutcomes.store;

import java.sql.SQLException;
import java.util.stream.Stream;

/// A failure of the database or its disk. Committed data is safe; uncommitted data is lost.
public final class StoreFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean lockedByOther;

    private StoreFault(String message, boolean lockedByOther, Throwable cause) {
        super(message, cause);
        this.lockedByOther = lockedByOther;
    }

    /// DuckDB sets no SQLState, so the message decides.
    public static StoreFault of(SQLException e) {
        String message = String.valueOf(e.getMessage());
        boolean locked = message.contains("Could not set lock");
        String sentence = locked ? "Another process holds the store." : message;
        return new StoreFault(sentence, locked, e);
    }

    /// Whether a message of DuckDB says that the file is damaged.
    public static boolean isDamaged(String message) {
        return Stream.of(
                        "not a valid DuckDB database file",
                        "Could not read enough bytes",
                        "Corrupt database file",
                        "checksum")
                .anyMatch(message::contains);
    }

    /// Whether a message is from DuckDB's appender, the only part of the driver whose errors have an SQLState.
    public static boolean isOfAppender(String message) {
        return message.startsWith("Failed to append") || message.startsWith("Appender error");
    }

    /// Whether a message of DuckDB says that the file was written by a later version.
    public static boolean isOfNewerProgram(String message) {
        return message.contains("database file with version number");
    }

    public boolean isLockedByOther() {
        return lockedByOther;
    }
}
