package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huboutcomes.HubOutcomes;
import org.huboutcomes.files.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A nightly run whose work is left to processes `worker`, with a real PostgreSQL, ends like one that does everything
/// itself: whatever is killed, frozen or away meanwhile.
class MoreThanOneMachineTest {

    private static final String SETTINGS = "report_threads: 1\ncluster: {workers: true, lease_seconds: 3,"
            + " files_per_partition: 10, wait_seconds: 120}\n";
    private static final String REPORTS = "reportsOfRecipient";
    private static final String SCREENING = "screening";
    private static final int SOME = 30;
    private static final int TWO_HUNDRED = 184;

    @TempDir
    static Path folder;

    private static Rehearsal alone;

    @BeforeAll
    static void aNightOnOneMachine() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "a machine without signals");
        alone = drop(SOME, Rehearsal.in(Files.createDirectory(folder.resolve("alone"))));
        alone.run("nightly");
    }

    /// The registers, the returns of a year, and small files that replace each other: their order counts.
    private static Rehearsal drop(int small, Rehearsal rehearsal) throws IOException {
        for (String part : List.of("registers", "2022-23")) rehearsal.drop(Rehearsal.SAMPLES.resolve(part));
        for (int i = 0; i < small; i++) {
            Path file = Files.writeString(
                    rehearsal.workspace().resolve("import").resolve("stated " + i + ".csv"),
                    "Hub,Academic year,Quantity,Stated value\n%s,%s,Schools engaged,%d\n"
                            .formatted(
                                    List.of("HM1", "QS1", "FV1").get(i % 3),
                                    List.of("2020/21", "2021/22", "2022/23").get(i / 3 % 3),
                                    i));
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-20T10:00:00Z")));
        }
        return rehearsal;
    }

    @Test
    void aKilledAFrozenAndARestartedProcessChangeNothing() throws Exception {
        undisturbedBy("disturbed", alone, SOME);
    }

    /// With 200 files it takes minutes.
    @Test
    @Tag("long")
    void aKilledAFrozenAndARestartedProcessChangeNothingWith200Files() throws Exception {
        Rehearsal undisturbed = drop(TWO_HUNDRED, Rehearsal.in(Files.createDirectory(folder.resolve("alone 200"))));
        undisturbed.run("nightly");
        undisturbedBy("disturbed 200", undisturbed, TWO_HUNDRED);
    }

    private static void undisturbedBy(String name, Rehearsal undisturbed, int small) throws Exception {
        try (Cluster cluster = new Cluster(Files.createDirectory(folder.resolve(name)), SETTINGS)) {
            drop(small, cluster.rehearsal());
            Process killed = cluster.start("killed", "worker");
            Process frozen = cluster.start("frozen", "worker");
            cluster.start("third", "worker");
            Process night = cluster.start("night", "nightly");
            long ofKilled = inTheMiddle(cluster, killed, SCREENING);
            killed.destroyForcibly().waitFor();
            Duration afterKill = Cluster.await("a takeover", () -> cluster.hasLeft(killed, ofKilled));
            long ofFrozen = inTheMiddle(cluster, frozen, REPORTS);
            Cluster.signal("STOP", frozen);
            Duration afterFreeze = Cluster.await("a takeover", () -> cluster.hasLeft(frozen, ofFrozen));
            Cluster.signal("CONT", frozen);
            assertThat(night.isAlive()).as(cluster.said("night")).isTrue();
            night.destroyForcibly().waitFor();
            assertThat(cluster.start("again", "nightly").waitFor())
                    .as(() -> cluster.said("again"))
                    .isZero();
            assertThat(frozen.isAlive()).as(() -> cluster.said("frozen")).isTrue();
            System.out.printf(
                    Locale.UK,
                    "Taken over %.1f s after a kill and %.1f s after a freeze; the lease is 3 s.%n",
                    afterKill.toMillis() / 1000.0,
                    afterFreeze.toMillis() / 1000.0);
            assertSame(cluster.rehearsal(), undisturbed, List.of("returned", "published"));
        }
    }

    /// The database is stopped and started again while a run and a worker use it.
    @Test
    @Tag("long")
    void anImportWaitsForADatabaseThatIsAway() throws Exception {
        awayDuring("away", "import", SCREENING, Duration.ofSeconds(5), List.of("returned"));
    }

    @Test
    @Tag("long")
    void aNightWaitsForADatabaseThatIsAwayForHalfAMinute() throws Exception {
        awayDuring("away long", "nightly", REPORTS, Duration.ofSeconds(30), List.of("returned", "published"));
    }

    private static void awayDuring(String name, String job, String step, Duration away, List<String> same)
            throws Exception {
        try (Cluster cluster = new Cluster(Files.createDirectory(folder.resolve(name)), SETTINGS)) {
            drop(SOME, cluster.rehearsal());
            Process worker = cluster.start("worker", "worker");
            Process run = cluster.start("run", job);
            inTheMiddle(cluster, worker, step);
            cluster.stopDatabase();
            Thread.sleep(away.toMillis());
            cluster.startDatabase();
            int code = run.waitFor();
            assertThat(code).as(() -> cluster.said("run")).isIn(0, 5);
            if (code == 5) {
                assertThat(cluster.said("run").lines())
                        .filteredOn(line -> !line.matches(".*\\(\\d+\\.\\d s\\)"))
                        .singleElement()
                        .asString()
                        .startsWith("The database of the job repository ")
                        .contains("nothing was lost");
                assertThat(cluster.start("again", job).waitFor())
                        .as(() -> cluster.said("again"))
                        .isZero();
            }
            System.out.printf(Locale.UK, "%s: exit %d after the database was away for %s.%n", job, code, away);
            assertThat(worker.isAlive()).as(() -> cluster.said("worker")).isTrue();
            assertSame(cluster.rehearsal(), alone, same);
        }
    }

    /// What a worker cannot read is told by the run, with the exit code of the fault.
    @Test
    void aFaultOfAWorkerEndsTheRunWithItsSentence() throws Exception {
        try (Cluster cluster = new Cluster(Files.createDirectory(folder.resolve("fault")), SETTINGS)) {
            Rehearsal rehearsal = cluster.rehearsal().drop(Rehearsal.SAMPLES.resolve("registers"));
            Process run = cluster.start("import", "import");
            Path runs = rehearsal.workspace().resolve("store/partitions");
            Cluster.await("a round of files", () -> isThere(runs, "submissions-1-1.json"));
            try (Stream<Path> files = Files.walk(rehearsal.workspace().resolve("archive"))) {
                for (Path file :
                        files.filter(file -> file.toString().endsWith(".csv")).toList())
                    Files.writeString(file, "damaged");
            }
            cluster.start("worker", "worker");
            assertThat(run.waitFor()).as(() -> cluster.said("import")).isEqualTo(3);
            assertThat(cluster.said("import")).contains("is missing or damaged; put the file into import/ again.");
            rehearsal.drop(Rehearsal.SAMPLES.resolve("registers"));
            assertThat(cluster.start("again", "import").waitFor())
                    .as(() -> cluster.said("again"))
                    .isZero();
        }
    }

    private static boolean isThere(Path root, String name) throws IOException {
        if (!Files.isDirectory(root)) return false;
        try (Stream<Path> files = Files.walk(root)) {
            return files.anyMatch(file -> file.endsWith(name));
        }
    }

    /// Without the settings nothing of PostgreSQL is so much as loaded.
    @Test
    void onOneMachineNothingOfTheDatabaseIsLoaded() throws Exception {
        Rehearsal rehearsal = Rehearsal.in(Files.createDirectory(folder.resolve("plain")));
        Path loaded = folder.resolve("loaded.txt");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + loaded,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.io.tmpdir=" + Files.createTempDirectory(folder, "tmp"),
                        HubOutcomes.class.getName(),
                        "-w",
                        rehearsal.workspace().toString(),
                        "import")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(run.waitFor()).isZero();
        List<String> classes = Files.readAllLines(loaded);
        assertThat(classes).anyMatch(line -> line.contains("org.huboutcomes.batch.JobRunner"));
        assertThat(classes.stream()
                        .filter(line -> line.contains(" org.postgresql.")
                                || line.contains(" org.springframework.integration.jdbc.")))
                .isEmpty();
    }

    /// Waits until a worker has written a file of a partition that is not done.
    private static long inTheMiddle(Cluster cluster, Process worker, String step) throws Exception {
        List<Long> partition = new ArrayList<>();
        Cluster.await("a partition in hand", () -> {
            partition.clear();
            cluster.partitionOf(worker, step).ifPresent(partition::add);
            return !partition.isEmpty() && isBegun(cluster, partition.get(0));
        });
        return partition.get(0);
    }

    private static boolean isBegun(Cluster cluster, long partition) throws IOException {
        Path runs = cluster.rehearsal().workspace().resolve("store/partitions");
        if (!Files.isDirectory(runs)) return false;
        try (Stream<Path> files = Files.walk(runs)) {
            return files.anyMatch(
                    file -> file.toString().contains(".made-" + partition + "-") && Files.isRegularFile(file));
        }
    }

    /// Every published file, receipt, submission and row is there once, and its bytes are the same.
    private static void assertSame(Rehearsal shared, Rehearsal undisturbed, List<String> folders) throws IOException {
        for (String part : folders)
            assertThat(files(shared.workspace().resolve(part)))
                    .as(part)
                    .isEqualTo(files(undisturbed.workspace().resolve(part)));
        String ledger = """
                select submission, file_name, submission.status, submitted_sheet.name, rows_read, accepted, left_out
                from submission
                left join submitted_sheet using (submission)
                order by all""";
        assertThat(shared.ask(ledger)).isEqualTo(undisturbed.ask(ledger));
        String rows = "select claim, hub, time_period, in_force, accepted from claim order by all";
        assertThat(shared.ask(rows)).isEqualTo(undisturbed.ask(rows));
    }

    /// Each file with its hash. The note of the night tells how many reports this run has rendered, so a repeated run
    /// has another one. Templates are written by a night and not by an import.
    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList())
                if (!file.endsWith("night.html") && !file.toString().contains("/templates/"))
                    files.put(root.relativize(file).toString(), Sha256.of(file));
        }
        return files;
    }
}
