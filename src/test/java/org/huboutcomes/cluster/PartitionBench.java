package org.huboutcomes.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.huboutcomes.workspace.Settings;
import org.huboutcomes.workspace.Workspace;
import org.springframework.batch.integration.partition.StepExecutionRequest;

/// Measures the cost of the queue for each partition: adding, claiming, renewing once and ending it, with a number
/// of threads and a real PostgreSQL on the same machine. Not a test: run it by hand with the numbers of partitions
/// and threads.
///
/// ```
/// java -cp ... org.huboutcomes.cluster.PartitionBench 1000 2
/// ```
final class PartitionBench {

    private PartitionBench() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Workspace workspace = new Workspace(Files.createTempDirectory("bench"));
            workspace.make("job_repository: {url: \"jdbc:postgresql://localhost:" + server.getPort()
                    + "/postgres\", user: postgres}\n");
            JobDatabase database = JobDatabase.of(Settings.of(workspace)).orElseThrow();
            database.define();
            Partitions partitions = new Partitions(database, "bench", 60);
            int number = Integer.parseInt(arguments[0]);
            int threads = Integer.parseInt(arguments[1]);
            for (String what : List.of("cold", "warm")) {
                long begun = System.nanoTime();
                partitions.add(LongStream.range(0, number)
                        .mapToObj(id -> new StepExecutionRequest("step", id))
                        .toList());
                double put = milliseconds(begun) / number;
                begun = System.nanoTime();
                int done = work(partitions, threads);
                System.out.printf(
                        Locale.UK,
                        "%s: %.2f ms to put a partition, %.2f ms to claim, renew and end it; %d of them, %d threads%n",
                        what,
                        put,
                        milliseconds(begun) / done,
                        done,
                        threads);
            }
        }
    }

    private static int work(Partitions partitions, int threads) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) all.add(executor.submit(() -> loop(partitions)));
        int done = 0;
        for (Future<Integer> one : all) done += one.get();
        executor.shutdown();
        return done;
    }

    private static int loop(Partitions partitions) {
        int done = 0;
        for (Optional<Lease> lease = partitions.claim("bench"); lease.isPresent(); lease = partitions.claim("bench")) {
            partitions.renew(lease.get());
            partitions.done(lease.get());
            done++;
        }
        return done;
    }

    private static double milliseconds(long since) {
        return (System.nanoTime() - since) / 1e6;
    }
}
