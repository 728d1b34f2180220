package org.huboutcomes.intake;

/// A file or sheet that cannot be read as what it claims to be: a fact about the file, so it ends as a finding.
/// A machine that fails while reading (disk, memory) throws something else.
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private final String rule;

    /// @param rule the code of the finding, such as `encrypted_file`
    /// @param message one plain sentence: what was found, and what to do
    public Unreadable(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }
}
