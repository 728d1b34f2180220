package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.HubOutcomes;
import org.huboutcomes.store.Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A nightly run that is killed with `kill -9` several times and then left alone has the same result as an
/// undisturbed one.
class KilledRunTest {

    /// `-Dkill.times=...` kills that many times, each time in another step.
    private static final int KILLS = Integer.getInteger("kill.times", 2);

    private static final long POLL = 10;

    /// Printed if a test fails; `-Dkill.seed=...` kills at the same points again.
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());

    /// A moment of a run: a time after the beginning of a step.
    private record KillPoint(String step, long milliseconds) {}

    @TempDir
    Path folder;

    @Test
    void aKilledRunEndsLikeAnUndisturbedOne() throws Exception {
        TestWorkspace undisturbed = withOneYear("undisturbed");
        List<KillPoint> points = points(durations(undisturbed));
        String when = "killed at " + points + "; kill.seed " + SEED;
        TestWorkspace killed = withOneYear("killed");
        int kills = 0;
        for (KillPoint point : points) if (killAt(killed, point)) kills++;
        assertThat(kills).as(when).isPositive();
        killed.run("nightly");
        assertThat(Files.readAllBytes(killed.published("indicators.csv")))
                .as(when)
                .isEqualTo(Files.readAllBytes(undisturbed.published("indicators.csv")));
        assertThat(Files.readString(killed.published("manifest.csv")))
                .as("every file that goes out, by its fingerprint; " + when)
                .isEqualTo(Files.readString(undisturbed.published("manifest.csv")));
        assertThat(loaded(killed)).as(when).isEqualTo(loaded(undisturbed));
    }

    private TestWorkspace withOneYear(String name) throws IOException {
        return TestWorkspace.in(folder.resolve(name))
                .drop(TestWorkspace.SAMPLES.resolve("registers"))
                .drop(TestWorkspace.SAMPLES.resolve("2022-23"));
    }

    /// Killed while it renders reports, after at least one hub is finished: that hub is not rendered again.
    @Test
    @Tag("long")
    void reportsFinishedBeforeTheKillAreReused() throws Exception {
        TestWorkspace undisturbed = TestWorkspace.afterTheNight(Files.createDirectory(folder.resolve("one")));
        undisturbed.run("annual", "--year", "2022/23");
        TestWorkspace killed = TestWorkspace.afterTheNight(Files.createDirectory(folder.resolve("two")));
        Path parts = killed.root().resolve("editions/.2022-23-v1.next/.parts");
        Process annual = start(killed, "annual", "--year", "2022/23");
        while (annual.isAlive() && !isBegun(parts)) Thread.sleep(20);
        assertThat(status(killed).get("running").asBoolean()).isTrue();
        annual.destroyForcibly().waitFor();
        assertThat(status(killed).get("running").asBoolean()).isFalse();
        assertThat(status(killed).get("runs").get(0).get("status").asString()).isEqualTo("cut short");
        killed.run("annual", "--year", "2022/23");
        Path manifest = Path.of("editions/2022-23-v1/manifest.csv");
        assertThat(Files.readString(killed.root().resolve(manifest)))
                .isEqualTo(Files.readString(undisturbed.root().resolve(manifest)));
        assertThat(made(killed)).isLessThan(made(undisturbed));
    }

    /// The output of `status` in this process, while the run is another process.
    private static JsonNode status(TestWorkspace workspace) {
        return new JsonMapper().readTree(workspace.printed("status", "--json"));
    }

    private static boolean isBegun(Path parts) throws IOException {
        if (!Files.isDirectory(parts)) return false;
        try (Stream<Path> files = Files.list(parts)) {
            return files.anyMatch(file -> !file.getFileName().toString().startsWith("."));
        }
    }

    /// How many reports the last annual run rendered, from its log.
    private static int made(TestWorkspace workspace) throws IOException {
        try (Stream<Path> notes = Files.list(workspace.root().resolve("logs/runs"))) {
            Path last = notes.filter(note -> note.toString().endsWith("annual.json"))
                    .max(Path::compareTo)
                    .orElseThrow();
            Matcher said = Pattern.compile("(\\d+) of \\d+ reports rendered").matcher(Files.readString(last));
            assertThat(said.find()).isTrue();
            return Integer.parseInt(said.group(1));
        }
    }

    /// How long each step of an undisturbed run took, in milliseconds, in order.
    private static Map<String, Long> durations(TestWorkspace workspace) throws IOException, InterruptedException {
        Map<String, Long> begun = new LinkedHashMap<>();
        Process night = start(workspace, "nightly");
        while (night.isAlive()) {
            steps(workspace, night).forEach(step -> begun.putIfAbsent(step, System.nanoTime()));
            Thread.sleep(POLL);
        }
        assertThat(night.exitValue()).isZero();
        Map<String, Long> durations = new LinkedHashMap<>();
        List<String> steps = List.copyOf(begun.keySet());
        for (int i = 0; i < steps.size(); i++) {
            long end = i + 1 < steps.size() ? begun.get(steps.get(i + 1)) : System.nanoTime();
            durations.put(steps.get(i), TimeUnit.NANOSECONDS.toMillis(end - begun.get(steps.get(i))));
        }
        return durations;
    }

    /// One point in each of some steps, in order: each run finds the earlier steps done, and its own still to do.
    private static List<KillPoint> points(Map<String, Long> durations) {
        Random random = new Random(SEED);
        List<String> chosen = new ArrayList<>(durations.keySet());
        assertThat(chosen).hasSizeGreaterThanOrEqualTo(KILLS);
        Collections.shuffle(chosen, random);
        Set<String> some = Set.copyOf(chosen.subList(0, KILLS));
        return durations.keySet().stream()
                .filter(some::contains)
                .map(step -> new KillPoint(step, random.nextLong(durations.get(step) + 1)))
                .toList();
    }

    /// @return whether it was killed; it may have ended before
    private static boolean killAt(TestWorkspace workspace, KillPoint point) throws IOException, InterruptedException {
        Process night = start(workspace, "nightly");
        while (night.isAlive() && !steps(workspace, night).contains(point.step())) Thread.sleep(POLL);
        boolean ended = night.waitFor(point.milliseconds(), TimeUnit.MILLISECONDS);
        if (!ended) night.destroyForcibly().waitFor();
        return !ended;
    }

    /// The steps that a run has begun so far, from its log. The workspace lock is not tried, because a run that
    /// starts at that moment would have to wait for it.
    private static List<String> steps(TestWorkspace workspace, Process run) throws IOException {
        Path logs = workspace.root().resolve("logs/runs");
        if (!Files.isDirectory(logs)) return List.of();
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .max(Comparator.naturalOrder())
                    .map(file -> new JsonMapper().readTree(file))
                    .filter(log -> log.get("process").asLong() == run.pid())
                    .map(log -> log.get("steps").values().stream()
                            .map(step -> step.get("step").asString())
                            .toList())
                    .orElse(List.of());
        }
    }

    private static Process start(TestWorkspace workspace, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + Files.createTempDirectory(workspace.root().getParent(), "tmp"),
                HubOutcomes.class.getName(),
                "-w",
                workspace.root().toString(),
                "--as-of",
                "2026-11-23"));
        line.addAll(List.of(command));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Every submission with the rows loaded from it, without the numbers given by the runs.
    private static List<String> loaded(TestWorkspace workspace) {
        try (Store store = Store.open(workspace.root().resolve("store/outcomes.duckdb"), List.of(), "500MB")) {
            return JdbcClient.create(store.dataSource())
                    .sql("""
                            select concat_ws(' ', submission.file_name, submission.status, submitted_sheet.name,
                                submitted_sheet.rows_read, submitted_sheet.accepted, submitted_sheet.left_out)
                            from submission
                            left join submitted_sheet using (submission)
                            order by all""")
                    .query(String.class)
                    .list();
        }
    }
}
