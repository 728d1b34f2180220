package org.huboutcomes.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.HubOutcomes;
import org.huboutcomes.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A night that is killed with `kill -9` again and again, and then left alone, ends as if nothing had happened.
class KilledRunTest {

    private static final int KILLS = 5;

    @TempDir
    Path folder;

    @Test
    void endsAsIfNothingHadHappened() throws Exception {
        Rehearsal undisturbed = Rehearsal.in(folder.resolve("undisturbed")).dropSampleYears();
        undisturbed.run("nightly");
        long seed = System.nanoTime();
        Rehearsal killed = Rehearsal.in(folder.resolve("killed")).dropSampleYears();
        long usual = secondsOfAWholeRun(undisturbed);
        Random points = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) killAfter(killed, 500 + points.nextLong(usual));
        killed.run("nightly");
        assertThat(Files.readAllBytes(killed.published("indicators.csv")))
                .as("seed " + seed)
                .isEqualTo(Files.readAllBytes(undisturbed.published("indicators.csv")));
        assertThat(Files.readString(killed.published("manifest.csv")))
                .as("every file that goes out, by its fingerprint; seed " + seed)
                .isEqualTo(Files.readString(undisturbed.published("manifest.csv")));
        assertThat(loaded(killed)).as("seed " + seed).isEqualTo(loaded(undisturbed));
    }

    /// Killed while it makes reports, when at least one hub is done: that hub is not done again.
    @Test
    void whatWasMadeBeforeTheKillIsNotMadeAgain() throws Exception {
        Rehearsal undisturbed = Rehearsal.afterTheNight(Files.createDirectory(folder.resolve("one")));
        undisturbed.run("annual", "--year", "2022/23");
        Rehearsal killed = Rehearsal.afterTheNight(Files.createDirectory(folder.resolve("two")));
        Path parts = killed.workspace().resolve("editions/.2022-23-v1.next/.parts");
        Process annual = start(killed, "annual", "--year", "2022/23");
        while (annual.isAlive() && !isBegun(parts)) Thread.sleep(20);
        assertThat(status(killed).get("running").asBoolean()).isTrue();
        annual.destroyForcibly().waitFor();
        assertThat(status(killed).get("running").asBoolean()).isFalse();
        assertThat(status(killed).get("runs").get(0).get("status").asString()).isEqualTo("cut short");
        killed.run("annual", "--year", "2022/23");
        Path manifest = Path.of("editions/2022-23-v1/manifest.csv");
        assertThat(Files.readString(killed.workspace().resolve(manifest)))
                .isEqualTo(Files.readString(undisturbed.workspace().resolve(manifest)));
        assertThat(made(killed)).isLessThan(made(undisturbed));
    }

    /// What `status` answers here, where the run is another process.
    private static JsonNode status(Rehearsal rehearsal) {
        return new JsonMapper().readTree(rehearsal.printed("status", "--json"));
    }

    private static boolean isBegun(Path parts) throws IOException {
        if (!Files.isDirectory(parts)) return false;
        try (Stream<Path> files = Files.list(parts)) {
            return files.anyMatch(file -> !file.getFileName().toString().startsWith("."));
        }
    }

    /// How many reports the last annual run made itself, as its note says.
    private static int made(Rehearsal rehearsal) throws IOException {
        try (Stream<Path> notes = Files.list(rehearsal.workspace().resolve("logs/runs"))) {
            Path last = notes.filter(note -> note.toString().endsWith("annual.json"))
                    .max(Path::compareTo)
                    .orElseThrow();
            Matcher said = Pattern.compile("(\\d+) of \\d+ reports rendered").matcher(Files.readString(last));
            assertThat(said.find()).isTrue();
            return Integer.parseInt(said.group(1));
        }
    }

    private static long secondsOfAWholeRun(Rehearsal rehearsal) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        start(rehearsal, "nightly").waitFor();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static void killAfter(Rehearsal rehearsal, long milliseconds) throws IOException, InterruptedException {
        Process night = start(rehearsal, "nightly");
        if (!night.waitFor(milliseconds, TimeUnit.MILLISECONDS))
            night.destroyForcibly().waitFor();
    }

    private static Process start(Rehearsal rehearsal, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir="
                        + Files.createTempDirectory(rehearsal.workspace().getParent(), "tmp"),
                HubOutcomes.class.getName(),
                "-w",
                rehearsal.workspace().toString(),
                "--as-of",
                "2026-11-23"));
        line.addAll(List.of(command));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Every submission with what was loaded of it, whatever numbers the runs gave them.
    private static List<String> loaded(Rehearsal rehearsal) {
        try (Store store = Store.open(rehearsal.workspace().resolve("store/outcomes.duckdb"), List.of(), "500MB")) {
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
