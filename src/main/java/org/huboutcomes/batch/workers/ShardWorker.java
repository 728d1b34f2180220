package org.huboutcomes.batch.workers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.cluster.Shard;
import org.huboutcomes.cluster.ShardWork;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.Settings;
import org.huboutcomes.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does one shard of each run on another machine. It needs only the workspace folder, and does not open the store.
public final class ShardWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShardWorker.class);
    private static final long POLL_MILLISECONDS = 500;

    private final int threads;
    private final ShardWork asked;
    private final PartitionWork work;
    private final Set<Path> inHand = ConcurrentHashMap.newKeySet();

    public ShardWorker(Workspace workspace, Catalogue catalogue, Shard shard) throws IOException {
        Settings settings = Settings.of(workspace);
        this.threads = settings.reportThreads();
        this.asked = new ShardWork(workspace, WorkerVersion.of(catalogue), shard);
        this.work = new PartitionWork(workspace, catalogue, settings);
    }

    /// Works until it is stopped. The partition in progress is then finished.
    public void run(BooleanSupplier isStopped) throws IOException, InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            while (!isStopped.getAsBoolean()) {
                for (ShardWork.Item item : asked.open())
                    if (inHand.add(item.place())) executor.execute(() -> begin(item, isStopped));
                Thread.sleep(POLL_MILLISECONDS);
            }
        } finally {
            executor.shutdown();
            executor.awaitTermination(1, TimeUnit.DAYS);
        }
    }

    private void begin(ShardWork.Item item, BooleanSupplier isStopped) {
        try {
            if (!isStopped.getAsBoolean() && item.isPending())
                work.work(item.step(), item.run(), item.context(), item.folder(), item);
        } catch (Exception | Error e) {
            fail(item, Fault.of(e));
        } finally {
            inHand.remove(item.place());
        }
    }

    private static void fail(ShardWork.Item item, Fault fault) {
        LOG.error("batch: a partition failed: {}", fault.getMessage());
        try {
            item.fail(fault);
        } catch (IOException unwritten) {
            // Tried again at the next poll, as long as the run waits for the partition.
            LOG.error("batch: the fault could not be reported to the run: {}", String.valueOf(unwritten.getMessage()));
        }
    }

    @Override
    public void close() {
        work.close();
    }
}
