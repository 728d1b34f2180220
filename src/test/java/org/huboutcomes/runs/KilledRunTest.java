package org.huboutcomes.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.huboutcomes.HubOutcomes;
import org.huboutcomes.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

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
        assertThat(loaded(killed)).as("seed " + seed).isEqualTo(loaded(undisturbed));
    }

    private static long secondsOfAWholeRun(Rehearsal rehearsal) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        start(rehearsal).waitFor();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static void killAfter(Rehearsal rehearsal, long milliseconds) throws IOException, InterruptedException {
        Process night = start(rehearsal);
        if (!night.waitFor(milliseconds, TimeUnit.MILLISECONDS))
            night.destroyForcibly().waitFor();
    }

    private static Process start(Rehearsal rehearsal) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir="
                                + Files.createTempDirectory(
                                        rehearsal.workspace().getParent(), "tmp"),
                        HubOutcomes.class.getName(),
                        "-w",
                        rehearsal.workspace().toString(),
                        "--as-of",
                        "2026-11-23",
                        "nightly")
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
