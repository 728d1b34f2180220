package org.huboutcomes.batch.reports;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the reports that a run rendered, reused and refused. Thread-safe.
public final class ReportCounts {

    private final AtomicInteger rendered = new AtomicInteger();
    private final AtomicInteger reused = new AtomicInteger();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    /// The counts of one partition, as a worker writes them.
    public record Part(int rendered, int reused, List<String> refused) {}

    public Part part() {
        return new Part(rendered.get(), reused.get(), refused());
    }

    void add(Part part) {
        rendered.addAndGet(part.rendered());
        reused.addAndGet(part.reused());
        refused.addAll(part.refused());
    }

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
