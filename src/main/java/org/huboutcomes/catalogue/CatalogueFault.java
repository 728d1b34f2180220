package org.huboutcomes.catalogue;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of the catalogue that cannot be read or run, in one sentence for the analyst who edits it.
public final class CatalogueFault extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final Pattern LINE = Pattern.compile("(?m)^LINE (\\d+):");

    public CatalogueFault(String message) {
        super(message);
    }

    /// A query that the database refuses. DuckDB draws the place below its first line; of the drawing, a sentence keeps
    /// the number of the line.
    ///
    /// @param what what cannot be done, without a full stop
    public static CatalogueFault refused(String what, SQLException e) {
        String words = String.valueOf(e.getMessage());
        String first = words.lines().findFirst().orElse("");
        Matcher place = LINE.matcher(words);
        return new CatalogueFault(what + ": " + first + (place.find() ? " (line " + place.group(1) + ")" : ""), e);
    }

    public CatalogueFault(String message, Throwable cause) {
        super(message, cause);
    }
}
