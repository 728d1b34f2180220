package org.huboutcomes.returns.findings;

/// What a finding asks of the hub, in the words of DfE's COLLECT.
public enum Severity {
    /// Must be corrected; the row or the sheet is left out until it is.
    ERROR("error"),
    /// Unusual; kept, and the hub is asked to correct or explain it.
    QUERY("query");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
