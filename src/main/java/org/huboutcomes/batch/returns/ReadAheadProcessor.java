package org.huboutcomes.batch.returns;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/// Processes the next items on other threads while an item is processed and written. Each item needs its own
/// transaction, so a chunk has one item, and Spring Batch reads the next only after writing it. An asynchronous
/// processor alone could therefore not work ahead of the writer.
public final class ReadAheadProcessor<I, O> implements ItemProcessor<I, O> {

    private final ItemProcessor<I, Future<O>> asynchronous;
    private final Supplier<Collection<I>> upcoming;
    private final int ahead;
    private final Map<I, Future<O>> started = new IdentityHashMap<>();

    /// @param asynchronous starts to process an item
    /// @param upcoming the items that will be read next, in order
    /// @param ahead the maximum number of items processed or waiting, which limits the memory used
    public ReadAheadProcessor(ItemProcessor<I, Future<O>> asynchronous, Supplier<Collection<I>> upcoming, int ahead) {
        this.asynchronous = asynchronous;
        this.upcoming = upcoming;
        this.ahead = ahead;
    }

    @Override
    public @Nullable O process(I item) throws Exception {
        start(item);
        int left = ahead;
        for (I next : upcoming.get()) {
            if (left-- == 0) break;
            start(next);
        }
        try {
            return Objects.requireNonNull(started.remove(item)).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private void start(I item) throws Exception {
        if (!started.containsKey(item)) started.put(item, Objects.requireNonNull(asynchronous.process(item)));
    }
}
