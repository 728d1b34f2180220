package org.huboutcomes.catalogue;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A catalogue file that cannot be read or run, described in one sentence for the analyst who edits it.
public final class CatalogueFault extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final Pattern LINE = Pattern.compile("(?m)^LINE (\\d+):");

    public CatalogueFault(String message) {
        super(message);
    }

    /// A query that the database refuses. DuckDB's message continues with an excerpt of the query; only its line number
    /// is kept.
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
