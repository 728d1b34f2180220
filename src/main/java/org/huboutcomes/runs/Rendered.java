package org.huboutcomes.runs;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// How many reports a run has made and taken over, and which it refused. Several threads count at once.
final class Rendered {

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    void made() {
        made.incrementAndGet();
    }

    void kept() {
        kept.incrementAndGet();
    }

    void refuse(String why) {
        refused.add(why);
    }

    /// One sentence for each hub and year of which nothing goes out.
    List<String> refused() {
        return refused.stream().sorted().toList();
    }

    @Override
    public String toString() {
        String summary = made + " of " + (made.get() + kept.get() + refused.size()) + " reports rendered";
        return refused.isEmpty() ? summary : summary + ", " + refused.size() + " refused";
    }
}
