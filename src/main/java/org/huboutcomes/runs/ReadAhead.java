package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huboutcomes.returns.Registers;
import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.Ledger;
import org.huboutcomes.tables.StoredRegisters;
import org.huboutcomes.tables.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/// The files of step `returns`, read a little ahead of the one that is being written, on as many threads as there are
/// processors. Files of a later order are read only when all of an earlier order are written: a return is read against
/// the registers that came with it.
final class ReadAhead implements ItemStreamReader<ReadAhead.ReadFile> {

    /// A file that has been read, or could not be.
    record ReadFile(Submission submission, ScreenedFile file) {}

    /// Where the bytes of a submission are, by their fingerprint.
    @FunctionalInterface
    interface Kept {
        Optional<Path> find(String sha256) throws IOException;
    }

    private record Queued(Submission submission, int order) {}

    private final Store store;
    private final Kept archive;
    private final Screening screening;
    private final String catalogue;
    private final Progress progress;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final Queue<Queued> waiting = new ArrayDeque<>();
    private final Deque<Future<ReadFile>> ahead = new ArrayDeque<>();
    private @Nullable ExecutorService readers;
    private int order = Integer.MIN_VALUE;
    private @Nullable Registers registers;

    ReadAhead(Store store, Kept archive, Screening screening, String catalogue, Progress progress) {
        this.store = store;
        this.archive = archive;
        this.screening = screening;
        this.catalogue = catalogue;
        this.progress = progress;
    }

    @Override
    public void open(ExecutionContext context) {
        ExecutorService started = Executors.newFixedThreadPool(threads);
        readers = started;
        order = Integer.MIN_VALUE;
        List<Submission> pending = new Ledger(store).pending(catalogue);
        List<Future<Queued>> looked = new ArrayList<>();
        for (Submission submission : pending)
            looked.add(started.submit(
                    () -> new Queued(submission, screening.order(archived(submission), submission.fileName()))));
        looked.stream()
                .map(ReadAhead::get)
                .sorted(Comparator.comparingInt(Queued::order)
                        .thenComparingLong(queued -> queued.submission().number()))
                .forEach(waiting::add);
        progress.begin("returns", waiting.size());
    }

    @Override
    public @Nullable ReadFile read() {
        if (ahead.isEmpty() && !waiting.isEmpty() && waiting.element().order() != order) {
            order = waiting.element().order();
            registers = new StoredRegisters(store);
        }
        while (ahead.size() < 2 * threads
                && !waiting.isEmpty()
                && waiting.element().order() == order) {
            Submission submission = waiting.remove().submission();
            ahead.add(Objects.requireNonNull(readers).submit(() -> screened(submission)));
        }
        Future<ReadFile> next = ahead.poll();
        return next == null ? null : get(next);
    }

    private ReadFile screened(Submission submission) throws IOException {
        return new ReadFile(
                submission,
                screening.screen(archived(submission), submission.fileName(), Objects.requireNonNull(registers)));
    }

    private Path archived(Submission submission) throws IOException {
        return archive.find(submission.sha256())
                .orElseThrow(() -> new Fault(
                        ExitCode.NOT_IN_ORDER,
                        "The archive has lost " + submission.fileName() + " (" + submission.sha256()
                                + "); put the file into import/ again."));
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        } catch (ExecutionException e) {
            throw Fault.of(e);
        }
    }

    @Override
    public void close() {
        if (readers != null) readers.shutdownNow();
        ahead.clear();
        waiting.clear();
    }
}
