package org.huboutcomes.store;

import java.sql.SQLException;
import java.util.Locale;

/// The database or the disk under it failed. What had been committed is safe; what had not is as if it never was.
public final class StoreFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean lockedByOther;

    private StoreFault(String message, boolean lockedByOther, Throwable cause) {
        super(message, cause);
        this.lockedByOther = lockedByOther;
    }

    /// DuckDB gives no SQLState to go by, so its own first words decide.
    public static StoreFault of(SQLException e) {
        String words = String.valueOf(e.getMessage());
        boolean locked = words.contains("Could not set lock");
        String told = words.toLowerCase(Locale.ROOT).contains("no space left")
                ? "The disk is full; make room and run again, nothing was lost."
                : locked ? "Another process holds the store." : words;
        return new StoreFault(told, locked, e);
    }

    public boolean isLockedByOther() {
        return lockedByOther;
    }
}
