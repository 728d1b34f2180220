package org.huboutcomes.store;

import java.sql.SQLException;

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
        String told = locked ? "Another process holds the store." : words;
        return new StoreFault(told, locked, e);
    }

    public boolean isLockedByOther() {
        return lockedByOther;
    }
}
