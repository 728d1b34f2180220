package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huboutcomes.files.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A nightly run does nothing if nothing has changed, and says so. Every change leads to a full run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnchangedNightTest {

    private static final int STEPS = 10;

    private final TestWorkspace testWorkspace;

    UnchangedNightTest(@TempDir Path folder) throws IOException {
        testWorkspace = TestWorkspace.in(folder).drop(TestWorkspace.SAMPLES.resolve("registers"));
        Files.writeString(path("workspace.yaml"), "networks: [none]\n");
    }

    private Path path(String file) {
        return testWorkspace.root().resolve(file);
    }

    /// After a test has changed something, the next run processes it.
    @BeforeEach
    void aNightlyRun() {
        testWorkspace.run("nightly");
    }

    @Test
    void nothingIsDoneAndTheRunLogSaysSo() throws IOException {
        Map<String, String> before = files();
        testWorkspace.run("nightly", "--as-of", "2026-11-24");
        assertThat(files()).isEqualTo(before);
        assertThat(steps()).containsExactly("nothing has changed since the nightly run of 2026-11-23");
        assertThat(testWorkspace.printed("status"))
                .contains("nightly as of 2026-11-24: done", "nothing has changed since the nightly run of 2026-11-23");
    }

    @Test
    void onlyWhatIsPublishedIsForEverybody() throws IOException {
        assumeTrue(Files.getFileStore(testWorkspace.root()).supportsFileAttributeView("posix"));
        for (String folder : List.of("archive", "store", "editions", "nights", "logs"))
            assertThat(permissions(folder)).as(folder).isEqualTo("rwx------");
        assertThat(permissions("published")).isEqualTo("rwxr-xr-x");
        assertThat(permissions("published/indicators.csv")).isEqualTo("rw-r--r--");
        assertThat(permissions("pseudonyms.key")).isEqualTo("rw-------");
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path(file)));
    }

    @Test
    @Tag("long")
    void eachHubHasTheTemplatesOfTheYearInItsFolder() throws IOException {
        try (Stream<Path> files = Files.list(path("returned/HM1/templates"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("School engagement 2026-27.xlsx", "Pathway stages 2026-27.xlsx")
                    .hasSizeGreaterThan(4);
        }
        Path template = path("returned/HM1/templates/Pathway stages 2026-27.xlsx");
        byte[] before = Files.readAllBytes(template);
        Files.delete(template);
        Files.writeString(path("import/new.csv"), "URN\n3\n");
        testWorkspace.run("nightly");
        assertThat(template).hasBinaryContent(before);
    }

    /// This also holds for a run that does nothing.
    @Test
    void everyRunLeavesItsMetrics() throws IOException {
        Files.writeString(path("import/new.csv"), "URN\n2\n");
        testWorkspace.run("nightly");
        assertThat(path("logs/metrics.prom"))
                .content()
                .contains("# TYPE hub_outcomes_run_success gauge\nhub_outcomes_run_success{job=\"nightly\"} 1.0\n")
                .containsPattern("spring_batch_job_seconds_sum\\{[^}]*nightly[^}]*\\} [0-9.E-]+\n")
                .containsPattern("spring_batch_step_count\\{[^}]*indicators[^}]*\\} 1\\.0\n");
        Files.delete(path("logs/metrics.prom"));
        testWorkspace.run("nightly", "--as-of", "2026-11-24");
        assertThat(path("logs/metrics.prom")).content().contains("hub_outcomes_run_success{job=\"nightly\"} 1.0\n");
    }

    /// A run that fails before its first step leaves its metrics too.
    @Test
    void aRunThatCannotOpenTheStoreIsNoSuccessInItsMetrics() throws IOException {
        Path store = path("store/outcomes.duckdb");
        Path aside = path("aside.duckdb");
        Files.move(store, aside);
        assertThat(testWorkspace.exitCode("nightly")).isEqualTo(3);
        Files.move(aside, store);
        assertThat(path("logs/metrics.prom")).content().contains("hub_outcomes_run_success{job=\"nightly\"} 0.0\n");
    }

    /// This also holds for a run that does nothing.
    @Test
    void everyRunRecordsWhoRanItWhereAndWithWhichVersion() throws IOException {
        testWorkspace.run("nightly");
        JsonNode operator = lastRun().get("operator");
        assertThat(operator.get("user").asString()).isEqualTo(System.getProperty("user.name"));
        assertThat(operator.get("host").asString()).isNotBlank();
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<version>" + operator.get("version").asString());
    }

    enum Change {
        NEW_FILE {
            @Override
            void make(Path workspace) throws IOException {
                Files.writeString(workspace.resolve("import/new.csv"), "URN\n1\n");
            }
        },
        FILE_LEFT_ASIDE {
            @Override
            void make(Path workspace) throws IOException {
                Files.writeString(workspace.resolve("import/~$new.xlsx"), "locked");
            }
        },
        SETTING {
            @Override
            void make(Path workspace) throws IOException {
                Files.writeString(
                        workspace.resolve("workspace.yaml"), "report_threads: 1\n", StandardOpenOption.APPEND);
            }
        },
        PUBLISHED_FILE_CHANGED {
            @Override
            void make(Path workspace) throws IOException {
                Files.writeString(workspace.resolve("published/indicators.csv"), "\n", StandardOpenOption.APPEND);
            }
        },
        PUBLISHED_FILE_REMOVED {
            @Override
            void make(Path workspace) throws IOException {
                Files.delete(workspace.resolve("published/public/indicators.csv"));
            }
        },
        RUN_IN_BETWEEN {
            @Override
            void make(Path workspace) {
                assertThat(Commands.run("-w", workspace.toString(), "import")).isZero();
            }
        };

        abstract void make(Path workspace) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void anyChangeLeadsToAWholeRun(Change change) throws IOException {
        change.make(testWorkspace.root());
        testWorkspace.run("nightly");
        assertThat(steps()).hasSize(STEPS);
        testWorkspace.run("nightly");
        assertThat(steps()).hasSize(1);
    }

    @Test
    @Tag("long")
    void anEarlierDayIsAWholeRun() throws IOException {
        testWorkspace.run("nightly", "--as-of", "2026-11-22");
        assertThat(steps()).hasSize(STEPS);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String folder : List.of("store", "published", "returned", "nights", "archive"))
            try (Stream<Path> all = Files.walk(path(folder))) {
                for (Path file : all.filter(Files::isRegularFile)
                        .filter(file -> !file.endsWith("archive.verified"))
                        .toList()) files.put(file.toString(), Sha256.of(file) + " " + Files.getLastModifiedTime(file));
            }
        return files;
    }

    /// What the steps of the last run did.
    private List<String> steps() throws IOException {
        return lastRun().get("steps").values().stream()
                .map(step -> step.get("summary").asString())
                .toList();
    }

    private JsonNode lastRun() throws IOException {
        try (Stream<Path> logs = Files.list(path("logs/runs"))) {
            return new JsonMapper().readTree(logs.max(Comparator.naturalOrder()).orElseThrow());
        }
    }
}
