package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.huboutcomes.HubOutcomes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

class ScheduleTest {

    private static final LocalDateTime EVENING = LocalDateTime.of(2026, 11, 22, 23, 0);

    @TempDir
    private Path folder;

    @Test
    void aJobIsDueOnceHoweverLongAgoTheLastLookWas() {
        Map<String, CronExpression> crons =
                Map.of("nightly", CronExpression.parse("0 30 1 * * *"), "annual", CronExpression.parse("0 0 2 1 11 *"));
        assertThat(ScheduleCommand.due(crons, EVENING, EVENING.plusHours(2))).isEmpty();
        assertThat(ScheduleCommand.due(crons, EVENING, EVENING.plusHours(3))).containsExactly("nightly");
        assertThat(ScheduleCommand.due(crons, EVENING, EVENING.plusDays(4))).containsExactly("nightly");
        assertThat(ScheduleCommand.due(crons, EVENING, EVENING.plusYears(1))).containsExactly("nightly", "annual");
    }

    @Test
    void aJobThatFailedIsRunAgainAfterAPauseThatGrows() {
        Retries retries = new Retries();
        assertThat(retries.mayRun("nightly", EVENING)).isTrue();
        assertThat(retries.isDue("nightly", EVENING)).isFalse();
        assertThat(retries.failed("nightly", EVENING)).isEqualTo(EVENING.plusMinutes(1));
        assertThat(retries.mayRun("nightly", EVENING.plusSeconds(59))).isFalse();
        assertThat(retries.isDue("nightly", EVENING.plusMinutes(1))).isTrue();
        assertThat(retries.failed("nightly", EVENING)).isEqualTo(EVENING.plusMinutes(2));
        for (int i = 0; i < 10; i++) retries.failed("nightly", EVENING);
        assertThat(retries.failed("nightly", EVENING)).isEqualTo(EVENING.plusHours(1));
        assertThat(retries.mayRun("import", EVENING)).as("another job").isTrue();
        retries.settled("nightly");
        assertThat(retries.failed("nightly", EVENING)).isEqualTo(EVENING.plusMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({"2026-08-31, 2024/25", "2026-09-01, 2025/26", "2026-11-22, 2025/26", "2027-01-01, 2025/26"})
    void theLastCompleteYearIsFrozen(LocalDate day, String year) {
        assertThat(ScheduleCommand.lastYear(day).label()).isEqualTo(year);
    }

    /// With a catalogue that is broken and then repaired: the import of the first file fails, and both are imported
    /// later.
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void itImportsArrivalsSurvivesAFailureAndStops() throws Exception {
        TestWorkspace workspace = TestWorkspace.in(folder);
        Files.writeString(workspace.root().resolve("workspace.yaml"), "schedule: {nightly: never}\nlog_format: json\n");
        Path catalogue = folder.resolve("jobs");
        FileSystemUtils.copyRecursively(Path.of("jobs"), catalogue);
        String limits = Files.readString(catalogue.resolve("limits.yaml"));
        Files.writeString(catalogue.resolve("limits.yaml"), "rows_max: few\n");
        Path said = folder.resolve("said.txt");
        Process schedule = start(workspace, catalogue, said);
        try {
            await(said, "Watching", schedule);
            drop(workspace, "hubs.csv");
            await(said, "import failed (3): jobs/limits.yaml", schedule);
            await(said, "import is run again at 20", schedule);
            Files.writeString(catalogue.resolve("limits.yaml"), limits);
            drop(workspace, "more.csv");
            await(said, "import is done.", schedule);
            assertThat(workspace.root().resolve("import")).isEmptyDirectory();
            schedule.destroy();
            assertThat(schedule.waitFor()).isZero();
            assertThat(Files.readAllLines(workspace.root().resolve("logs/hub-outcomes.jsonl")))
                    .as("the log in JSON")
                    .isNotEmpty()
                    .allMatch(line -> new JsonMapper().readTree(line).has("level"))
                    .anyMatch(line -> line.contains("\"batch: import: COMPLETED\""));
        } finally {
            schedule.destroyForcibly();
        }
    }

    private static void drop(TestWorkspace workspace, String name) throws IOException {
        Path half = workspace.root().resolve("import/" + name + ".part");
        Files.writeString(
                half, "Network,Hub code,Hub name,Aliases,Opened,Closed\nMaths Hubs,H1," + name + ",,2019/20,\n");
        Files.move(half, workspace.root().resolve("import/" + name));
    }

    private static void await(Path said, String words, Process process) throws Exception {
        while (!Files.readString(said).contains(words)) {
            assertThat(process.isAlive()).as(Files.readString(said)).isTrue();
            Thread.sleep(100);
        }
    }

    private static Process start(TestWorkspace workspace, Path catalogue, Path said) throws IOException {
        Files.createFile(said);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.awt.headless=true",
                        "-Dlogback.configurationFile="
                                + Path.of("src/main/resources/logback.xml").toAbsolutePath(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + Files.createTempDirectory(said.getParent(), "tmp"),
                        HubOutcomes.class.getName(),
                        "-w",
                        workspace.root().toString(),
                        "--catalogue",
                        catalogue.toString(),
                        "schedule")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }
}
