package org.huboutcomes.returns.findings;

import java.util.ArrayList;
import java.util.List;

/// The findings of one sheet. All are reported up to a limit that sheets made by people do not reach: above it
/// they are only counted, and the sheet is held.
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

    /// Counts a finding above the limit.
    public void skip() {
        untold++;
    }

    public void add(Finding finding) {
        told.add(finding);
        anyError |= finding.isError();
    }

    /// Adds findings before those of single rows.
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
