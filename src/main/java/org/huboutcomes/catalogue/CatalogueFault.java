package org.huboutcomes.catalogue;

import java.sql.SQLException;

/// A file of the catalogue that cannot be read or run, in one sentence for the analyst who edits it.
public final class CatalogueFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CatalogueFault(String message) {
        super(message);
    }

    /// A query that the database refuses: what it is about, and the database's own words up to where it quotes the
    /// query.
    public static CatalogueFault refused(String what, SQLException e) {
        String words = String.valueOf(e.getMessage()).split("\n\n", 2)[0].replaceAll("\\s+", " ");
        return new CatalogueFault(what + ": " + words, e);
    }

    public CatalogueFault(String message, Throwable cause) {
        super(message, cause);
    }
}
