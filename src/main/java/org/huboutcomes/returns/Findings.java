package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.List;

/// The findings of one sheet. All are told, up to a limit which no sheet reaches that a person made: beyond it they
/// are only counted, and the sheet is held.
final class Findings {

    private final List<Finding> told = new ArrayList<>();
    private final int limit;
    private int untold;
    private boolean anyError;

    Findings(int limit) {
        this.limit = limit;
    }

    boolean isFull() {
        return told.size() >= limit;
    }

    /// One more that there is no room for.
    void skip() {
        untold++;
    }

    void add(Finding finding) {
        told.add(finding);
        anyError |= finding.isError();
    }

    /// Before those of single rows.
    void addFirst(List<Finding> findings) {
        told.addAll(0, findings);
    }

    boolean anyError() {
        return anyError;
    }

    int untold() {
        return untold;
    }

    List<Finding> told() {
        return told;
    }
}
