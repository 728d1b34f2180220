package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huboutcomes.HubOutcomes;
import org.huboutcomes.cluster.Shard;
import org.huboutcomes.files.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/// Runs that are distributed to `worker` processes have the same result as a run that does everything itself,
/// whatever is killed, frozen or unavailable meanwhile. PostgreSQL is real.
class MoreThanOneMachineTest {

    private static final String WORKERS = "report_threads: 1\ncluster: {workers: true, lease_seconds: 2,"
            + " files_per_partition: 4, wait_seconds: 120}\n";
    private static final String REPORTS = "reportsOfRecipient";
    private static final String SCREENING = "screening";
    private static final String YEAR = "2022/23";
    private static final int SOME = 12;
    private static final int TWO_HUNDRED = 184;

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;

    /// A nightly run on one machine.
    private static TestWorkspace alone;

    @BeforeAll
    static void aNightOnOneMachine() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "a machine without signals");
        server = EmbeddedPostgres.start();
        alone = drop(SOME, TestWorkspace.in(Files.createDirectory(folder.resolve("alone"))));
        alone.run("nightly");
    }

    @AfterAll
    static void end() throws IOException {
        if (server != null) server.close();
    }

    /// The registers, one year's returns of a hub, and small files that replace each other, so that their order
    /// matters.
    private static TestWorkspace drop(int small, TestWorkspace testWorkspace) throws IOException {
        testWorkspace.drop(TestWorkspace.SAMPLES.resolve("registers"));
        Path imports = testWorkspace.root().resolve("import");
        for (String file : List.of("HM1_2022-23_return.xlsx", "HM1_2022-23_survey.csv", "QS1_2022-23_return.xlsx"))
            Files.copy(
                    TestWorkspace.SAMPLES.resolve("2022-23").resolve(file),
                    imports.resolve(file),
                    StandardCopyOption.COPY_ATTRIBUTES);
        for (int i = 0; i < small; i++) {
            Path file = Files.writeString(
                    imports.resolve("stated " + i + ".csv"),
                    "Hub,Academic year,Quantity,Stated value\n%s,%s,Schools engaged,%d\n"
                            .formatted(List.of("HM1", "QS1").get(i % 2), YEAR, i));
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-20T10:00:00Z")));
        }
        return testWorkspace;
    }

    @Test
    void aKilledAFrozenAndARestartedProcessChangeNothing() throws Exception {
        undisturbedBy("disturbed", alone, SOME);
    }

    /// With 200 files it takes minutes.
    @Test
    @Tag("long")
    void aKilledAFrozenAndARestartedProcessChangeNothingWith200Files() throws Exception {
        TestWorkspace undisturbed =
                drop(TWO_HUNDRED, TestWorkspace.in(Files.createDirectory(folder.resolve("alone 200"))));
        undisturbed.run("nightly");
        undisturbedBy("disturbed 200", undisturbed, TWO_HUNDRED);
    }

    /// One worker works at a time, so that each gets the part in which it is to be disturbed; the last is in this
    /// process.
    private static void undisturbedBy(String name, TestWorkspace undisturbed, int small) throws Exception {
        try (Cluster cluster = Cluster.on(server, Files.createDirectory(folder.resolve(name)), WORKERS)) {
            drop(small, cluster.workspace());
            Process killed = cluster.start("killed", "worker");
            Process frozen = cluster.start("frozen", "worker");
            Cluster.signal("STOP", frozen);
            Process night = cluster.start("night", "nightly");
            long ofKilled = inTheMiddle(cluster, killed, SCREENING);
            killed.destroyForcibly().waitFor();
            Cluster.signal("CONT", frozen);
            Duration afterKill = Cluster.await("a takeover", () -> cluster.hasLeft(killed, ofKilled));
            long ofFrozen = inTheMiddle(cluster, frozen, REPORTS);
            Cluster.signal("STOP", frozen);
            try (AutoCloseable third = cluster.worker()) {
                Duration afterFreeze = Cluster.await("a takeover", () -> cluster.hasLeft(frozen, ofFrozen));
                Cluster.signal("CONT", frozen);
                assertThat(night.isAlive()).as(cluster.said("night")).isTrue();
                night.destroyForcibly().waitFor();
                cluster.workspace().run("nightly");
                assertThat(frozen.isAlive()).as(() -> cluster.said("frozen")).isTrue();
                System.out.printf(
                        Locale.UK,
                        "Taken over %.1f s after a kill and %.1f s after a freeze; the lease is 2 s.%n",
                        afterKill.toMillis() / 1000.0,
                        afterFreeze.toMillis() / 1000.0);
            }
            assertSame(cluster.workspace(), undisturbed, List.of("returned", "published"));
        }
    }

    /// The job repository is in PostgreSQL, and one process does everything.
    @Test
    @Tag("long")
    void aRunThatIsKilledWhileItLoadsIsRepeatedWithARepositoryInPostgres() throws Exception {
        try (Cluster cluster = Cluster.on(server, Files.createDirectory(folder.resolve("one process")), "")) {
            TestWorkspace testWorkspace = drop(SOME, cluster.workspace());
            Process night = cluster.start("night", "nightly");
            Cluster.await("a step", () -> cluster.isIn("returns"));
            night.destroyForcibly().waitFor();
            testWorkspace.run("nightly");
            assertSame(testWorkspace, alone, List.of("returned", "published"));
            assertThat(cluster.statusOfJobs()).containsExactly("FAILED", "COMPLETED");
        }
    }

    /// The edition of a year is the same, whether this process renders it, or workers with a queue.
    @Test
    @Tag("long")
    void workersRenderTheSameEdition() throws Exception {
        TestWorkspace queued = copy("queued");
        try (Cluster cluster = Cluster.on(server, queued, WORKERS);
                AutoCloseable worker = cluster.worker()) {
            queued.run("annual", "--year", YEAR);
            assertThat(cluster.statusOfPartitions(REPORTS)).isNotEmpty().containsOnly("COMPLETED");
        }
        assertSame(queued, plainEdition(), List.of("editions"));
    }

    /// Without a database. One shard is in this process, because DuckDB opens a file only once in each.
    @Test
    @Tag("long")
    void shardsDoTheSameNightAndTheSameEdition() throws Exception {
        Path own = Files.createDirectory(folder.resolve("sharded"));
        TestWorkspace sharded = drop(SOME, TestWorkspace.in(own));
        Files.writeString(
                sharded.root().resolve("workspace.yaml"),
                "report_threads: 1\ncluster: {shards: 2, files_per_partition: 4, wait_seconds: 120}\n");
        Process two = Cluster.start(own, sharded, "two", "worker", "--shard", "2/2");
        try (AutoCloseable one = Cluster.shard(sharded, new Shard(1, 2))) {
            sharded.run("nightly");
            assertSame(sharded, alone, List.of("returned", "published"));
            sharded.run("annual", "--year", YEAR);
        } finally {
            two.destroy();
        }
        assertSame(sharded, plainEdition(), List.of("editions"));
        assertThat(sharded.root().resolve("store/partitions")).isEmptyDirectory();
        assertThat(two.waitFor()).isZero();
    }

    /// The edition made by one process.
    private static synchronized TestWorkspace plainEdition() throws IOException {
        if (!Files.exists(folder.resolve("plain edition")))
            copy("plain edition").run("annual", "--year", YEAR);
        return new TestWorkspace(folder.resolve("plain edition").resolve("workspace"));
    }

    private static TestWorkspace copy(String name) throws IOException {
        Path workspace = folder.resolve(name).resolve("workspace");
        FileSystemUtils.copyRecursively(alone.root(), workspace);
        return new TestWorkspace(workspace);
    }

    /// No other shard does the share of a missing one.
    @Test
    void aRunWithoutOneOfItsShardsEndsAndNamesIt() throws Exception {
        TestWorkspace testWorkspace = TestWorkspace.in(Files.createDirectory(folder.resolve("half")))
                .drop(TestWorkspace.SAMPLES.resolve("registers"));
        Files.writeString(
                testWorkspace.root().resolve("workspace.yaml"),
                "cluster: {shards: 2, files_per_partition: 1, wait_seconds: 3}\n");
        try (AutoCloseable one = Cluster.shard(testWorkspace, new Shard(1, 2))) {
            CommandResult result = CommandResult.by(() -> testWorkspace.exitCode("import"));
            assertThat(result.code()).isEqualTo(5);
            assertThat(result.sentence().lines())
                    .last()
                    .isEqualTo("Shard 2/2 was not heard of for 3 seconds; start `hub-outcomes worker --shard 2/2` with"
                            + " the same program and catalogue, and run again; nothing was lost.");
        }
    }

    /// The database is stopped and started again while a run and a worker use it.
    @Test
    @Tag("long")
    void anImportWaitsForADatabaseThatIsAway() throws Exception {
        outageDuring("away", "import", SCREENING, Duration.ofSeconds(5), List.of("returned"));
    }

    @Test
    @Tag("long")
    void aNightWaitsForADatabaseThatIsAwayForHalfAMinute() throws Exception {
        outageDuring("away long", "nightly", REPORTS, Duration.ofSeconds(30), List.of("returned", "published"));
    }

    private static void outageDuring(String name, String job, String step, Duration outage, List<String> same)
            throws Exception {
        try (Cluster cluster = Cluster.withServer(Files.createDirectory(folder.resolve(name)), WORKERS)) {
            drop(SOME, cluster.workspace());
            Process worker = cluster.start("worker", "worker");
            Process run = cluster.start("run", job);
            inTheMiddle(cluster, worker, step);
            cluster.stopDatabase();
            Thread.sleep(outage.toMillis());
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
            System.out.printf(Locale.UK, "%s: exit %d after the database was away for %s.%n", job, code, outage);
            assertThat(worker.isAlive()).as(() -> cluster.said("worker")).isTrue();
            assertSame(cluster.workspace(), alone, same, file -> job.equals("nightly") || !isOfANight(file));
        }
    }

    /// The run reports what a worker cannot read, with the exit code of the fault.
    @Test
    void aFaultOfAWorkerEndsTheRunWithItsSentence() throws Exception {
        try (Cluster cluster = Cluster.on(server, Files.createDirectory(folder.resolve("fault")), WORKERS)) {
            TestWorkspace testWorkspace = cluster.workspace().drop(TestWorkspace.SAMPLES.resolve("registers"));
            CompletableFuture<CommandResult> run =
                    CompletableFuture.supplyAsync(() -> CommandResult.by(() -> testWorkspace.exitCode("import")));
            damageWhatWaits(testWorkspace);
            try (AutoCloseable worker = cluster.worker()) {
                assertThat(run.join().code()).isEqualTo(3);
                assertThat(run.join().sentence()).contains("is missing or damaged; put the file into import/ again.");
                testWorkspace.drop(TestWorkspace.SAMPLES.resolve("registers"));
                testWorkspace.run("import");
            }
        }
    }

    @Test
    void aFaultOfAShardEndsTheRunWithItsSentence() throws Exception {
        TestWorkspace testWorkspace = TestWorkspace.in(Files.createDirectory(folder.resolve("fault of a shard")))
                .drop(TestWorkspace.SAMPLES.resolve("registers"));
        Files.writeString(testWorkspace.root().resolve("workspace.yaml"), "cluster: {shards: 1, wait_seconds: 60}\n");
        CompletableFuture<CommandResult> run =
                CompletableFuture.supplyAsync(() -> CommandResult.by(() -> testWorkspace.exitCode("import")));
        damageWhatWaits(testWorkspace);
        try (AutoCloseable one = Cluster.shard(testWorkspace, new Shard(1, 1))) {
            assertThat(run.join().code()).isEqualTo(3);
            assertThat(run.join().sentence()).contains("is missing or damaged; put the file into import/ again.");
        }
    }

    private static void damageWhatWaits(TestWorkspace testWorkspace) throws Exception {
        Path runs = testWorkspace.root().resolve("store/partitions");
        Cluster.await("a round of files", () -> isAny(runs, file -> file.endsWith("submissions-1-1.json")));
        try (Stream<Path> files = Files.walk(testWorkspace.root().resolve("archive"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".csv")).toList()) Files.writeString(file, "damaged");
        }
    }

    /// The exit code of a command and its sentence.
    private record CommandResult(int code, String sentence) {

        static CommandResult by(IntSupplier command) {
            PrintStream err = System.err;
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
            try {
                return new CommandResult(
                        command.getAsInt(),
                        printed.toString(StandardCharsets.UTF_8).strip());
            } finally {
                System.setErr(err);
            }
        }
    }

    /// Without the settings no PostgreSQL class is loaded.
    @Test
    void onOneMachineNothingOfTheDatabaseIsLoaded() throws Exception {
        TestWorkspace testWorkspace = TestWorkspace.in(Files.createDirectory(folder.resolve("plain")));
        Path loaded = folder.resolve("loaded.txt");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + loaded,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.io.tmpdir=" + Files.createTempDirectory(folder, "tmp"),
                        HubOutcomes.class.getName(),
                        "-w",
                        testWorkspace.root().toString(),
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
        Path runs = cluster.workspace().root().resolve("store/partitions");
        return isAny(runs, file -> file.toString().contains(".made-" + partition + "-") && Files.isRegularFile(file));
    }

    /// Whether there is such a file, while files come and go.
    private static boolean isAny(Path root, Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(root)) return false;
        try (Stream<Path> files = Files.walk(root)) {
            return files.anyMatch(wanted);
        } catch (UncheckedIOException moved) {
            return false;
        }
    }

    /// Every published file, receipt, submission and row is there once, with the same bytes.
    private static void assertSame(TestWorkspace shared, TestWorkspace undisturbed, List<String> folders)
            throws IOException {
        assertSame(shared, undisturbed, folders, file -> true);
    }

    private static void assertSame(
            TestWorkspace shared, TestWorkspace undisturbed, List<String> folders, Predicate<String> compared)
            throws IOException {
        for (String part : folders) {
            Map<String, String> expected = files(undisturbed.root().resolve(part));
            expected.keySet().removeIf(compared.negate());
            assertThat(files(shared.root().resolve(part))).as(part).isEqualTo(expected);
        }
        String ledger = """
                select submission, file_name, submission.status, submitted_sheet.name, rows_read, accepted, left_out
                from submission
                left join submitted_sheet using (submission)
                order by all""";
        assertThat(shared.ask(ledger)).isEqualTo(undisturbed.ask(ledger));
        String rows = "select claim, hub, time_period, in_force, accepted from claim order by all";
        assertThat(shared.ask(rows)).isEqualTo(undisturbed.ask(rows));
    }

    /// Lists of outstanding returns are written by a nightly run, not by an import.
    private static boolean isOfANight(String file) {
        return file.endsWith("/outstanding.html");
    }

    /// Each file with its hash. The nightly note says how many reports this run has rendered, so it differs after a
    /// repeated run. Templates are written by a nightly run, not by an import.
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
