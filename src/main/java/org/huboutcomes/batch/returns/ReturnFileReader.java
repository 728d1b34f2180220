package org.huboutcomes.batch.returns;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.returns.values.ReferenceLists;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.StoredRegisters;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.workspace.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.core.task.AsyncTaskExecutor;

/// Reader of step `returns`: the submissions that are not loaded yet. Files that others depend on come first (by the
/// `order` of their return), then by number.
///
/// Each file must be written before the next is read, as in a chunk of one item, so that a return is read with the
/// registers that came with it.
public final class ReturnFileReader implements ItemStreamReader<PendingFile> {

    private record Ordered(Submission submission, int order) {}

    private final Store store;
    private final FileLookup files;
    private final Screening screening;
    private final Supplier<List<Submission>> pending;
    private final AsyncTaskExecutor executor;
    private final Progress progress;
    private final SharedScreening shared;
    private final Deque<Ordered> waiting = new ArrayDeque<>();
    private final Deque<PendingFile> next = new ArrayDeque<>();

    /// @param pending the submissions to read, by number
    public ReturnFileReader(
            Store store,
            FileLookup files,
            Screening screening,
            Supplier<List<Submission>> pending,
            AsyncTaskExecutor executor,
            Progress progress,
            SharedScreening shared) {
        this.store = store;
        this.files = files;
        this.screening = screening;
        this.pending = pending;
        this.executor = executor;
        this.progress = progress;
        this.shared = shared;
    }

    /// Opens every file, on all threads, to determine its order.
    @Override
    public void open(ExecutionContext context) {
        next.clear();
        waiting.clear();
        List<Future<Ordered>> looked = new ArrayList<>();
        for (Submission submission : pending.get()) looked.add(executor.submit(() -> ordered(submission)));
        looked.stream()
                .map(ReturnFileReader::get)
                .sorted(Comparator.comparingInt(Ordered::order)
                        .thenComparingLong(one -> one.submission().number()))
                .forEach(waiting::add);
        progress.itemsExpected(waiting.size());
    }

    private Ordered ordered(Submission submission) throws Exception {
        return new Ordered(submission, screening.order(files.require(submission), submission.fileName()));
    }

    @Override
    public @Nullable PendingFile read() {
        if (next.isEmpty()) takeNextOrder();
        return next.poll();
    }

    /// Queues the files of the next order. They all use the reference lists as they are now.
    private void takeNextOrder() {
        if (waiting.isEmpty()) return;
        int order = waiting.element().order();
        ReferenceLists lists = new StoredRegisters(store);
        while (!waiting.isEmpty() && waiting.element().order() == order)
            next.add(new PendingFile(waiting.remove().submission(), lists));
        shared.screen(next.stream().map(PendingFile::submission).toList());
    }

    /// The next files that can already be screened: the rest of the same order.
    public Collection<PendingFile> upcoming() {
        return Collections.unmodifiableCollection(next);
    }

    private static Ordered get(Future<Ordered> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking into files", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a file could not be looked into", e);
        }
    }
}
