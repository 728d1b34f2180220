package org.huboutcomes.returns.findings;

import java.util.ArrayList;
import java.util.List;

/// The findings of one sheet. All are told, up to a limit which no sheet reaches that a person made: beyond it they
/// are only counted, and the sheet is held.
public final class FindingCollector {

    private final List<Finding> told = new ArrayList<>();
    private final int limit;
    private int untold;
    private boolean anyError;

    public FindingCollector(int limit) {
        this.limit = limit;
    }

    public boolean isFull() {
        return told.size() >= limit;
    }

    /// One more that there is no room for.
    public void skip() {
        untold++;
    }

    public void add(Finding finding) {
        told.add(finding);
        anyError |= finding.isError();
    }

    /// Before those of single rows.
    public void addFirst(List<Finding> findings) {
        told.addAll(0, findings);
    }

    public boolean anyError() {
        return anyError;
    }

    public int untold() {
        return untold;
    }

    public List<Finding> told() {
        return told;
    }
}
