package org.huboutcomes.intake;

import java.util.Map;

/// A file or sheet that cannot be read as what it claims to be: a fact about the file, so it ends as a finding.
/// A machine that fails while reading (disk, memory) throws something else.
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private static final int LONGEST_PLACE = 400;

    private final Refusal refusal;
    private final String where;
    private final int limit;

    Unreadable(Refusal refusal, String where) {
        this(refusal, where, 0);
    }

    /// @param where the file, and the sheet or row in it where that is known
    /// @param limit what there may be at most; 0 where that is not the matter
    Unreadable(Refusal refusal, String where, int limit) {
        super(where + ": " + refusal.code());
        this.refusal = refusal;
        this.where = where;
        this.limit = limit;
    }

    /// In one line, whatever a file, a sheet or a member is called.
    private static String plain(String where) {
        String line = Visible.inOneLine(where);
        return line.codePointCount(0, line.length()) <= LONGEST_PLACE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_PLACE)) + "\u2026";
    }

    /// The code of the finding, such as `encrypted_file`.
    public String rule() {
        return refusal.code();
    }

    /// What its sentence is made with.
    public Map<String, String> words() {
        return Map.of("where", plain(where), "limit", "%,d".formatted(limit));
    }
}
