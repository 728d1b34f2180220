package org.huboutcomes.batch;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the reports that a run rendered, reused and refused. Thread-safe.
final class ReportCounts {

    private final AtomicInteger rendered = new AtomicInteger();
    private final AtomicInteger reused = new AtomicInteger();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    void countRendered() {
        rendered.incrementAndGet();
    }

    void countReused() {
        reused.incrementAndGet();
    }

    void countRefused(String sentence) {
        refused.add(sentence);
    }

    /// One sentence for each hub and year with refused files.
    List<String> refused() {
        return refused.stream().sorted().toList();
    }

    @Override
    public String toString() {
        String summary = rendered + " of " + (rendered.get() + reused.get() + refused.size()) + " reports rendered";
        return refused.isEmpty() ? summary : summary + ", " + refused.size() + " refused";
    }
}
