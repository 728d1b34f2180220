package org.huboutcomes.returns.findings;

/// What a finding requires of the hub, in the terms of DfE's COLLECT.
public enum Severity {
    /// Must be corrected; until then the row or the sheet is left out.
    ERROR("error"),
    /// Unusual; it is kept, and the hub is asked to correct or explain it.
    QUERY("query");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
