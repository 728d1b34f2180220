package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/// A lost store is rebuilt from the archive with its journal, the pseudonym key and the settings, and publishes the
/// same figures and reports. History: returns in several nightly runs, one before its register, a correction, a
/// file sent twice, a withdrawal, and a run that was killed before it wrote its journal.
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuiltStoreTest {

    private static final List<String> FILES =
            List.of("indicators.csv", "basis.csv", "transitions.csv", "public/indicators.csv", "public/manifest.csv");

    private final Path folder;
    private final TestWorkspace workspace;

    RebuiltStoreTest(@TempDir Path folder) {
        this.folder = folder;
        this.workspace = TestWorkspace.in(folder);
    }

    @BeforeAll
    void aWorkspaceInUse() throws IOException {
        drop("2020-21/HM1_2020-21_return.xlsx");
        workspace.run("import", "--as-of", "2026-11-19");
        workspace.drop(TestWorkspace.SAMPLES.resolve("registers"));
        workspace.drop(TestWorkspace.SAMPLES.resolve("2021-22")).runWithoutReports("nightly", "--as-of", "2026-11-20");
        keep("first");
        workspace.drop(TestWorkspace.SAMPLES.resolve("2022-23"));
        workspace.run("import", "--as-of", "2026-11-21");
        forgetLastLineOfJournal();
        drop("2021-22/HM1_2021-22_return.xlsx");
        drop("2020-21/FV1_2020-21_return.xlsx");
        workspace.run("import", "--as-of", "2026-11-22");
        workspace.run("withdraw", "HM1_2022-23_survey.csv", "--why", "not complete", "--as-of", "2026-11-22");
        Files.writeString(workspace.root().resolve("workspace.yaml"), "networks: [Science Learning Partnerships]\n");
        workspace.run("nightly");
        keep("last");
    }

    @Test
    void theSameFiguresAndReportsArePublished() throws IOException {
        TestWorkspace rebuilt = lost("as-before");
        assertThat(rebuilt.exitCode("nightly")).isEqualTo(3);
        rebuilt.run("restore", "--from-archive");
        rebuilt.run("nightly");
        assertSame("last", rebuilt);
        assertThat(rebuilt.published("manifest.csv"))
                .as("every figure and report by its hash")
                .hasSameTextualContentAs(folder.resolve("last/manifest.csv"));
        assertThat(rebuilt.printed("doctor")).doesNotContain("not in order");
        assertThat(rebuilt.root().resolve("before-restore")).doesNotExist();
    }

    @Test
    void theFiguresOfAnEarlierNightArePublished() throws IOException {
        TestWorkspace rebuilt = lost("earlier");
        rebuilt.run("restore", "--from-archive", "--as-of", "2026-11-20");
        rebuilt.runWithoutReports("nightly", "--as-of", "2026-11-20");
        for (String file : List.of("indicators.csv", "basis.csv", "transitions.csv"))
            assertThat(rebuilt.published(file))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(file));
    }

    @Test
    void aFileThatIsMissingInTheArchiveChangesNothing() throws IOException {
        TestWorkspace damaged = new TestWorkspace(folder.resolve("damaged/workspace"));
        FileSystemUtils.copyRecursively(workspace.root(), damaged.root());
        try (var files = Files.walk(damaged.root().resolve("archive"))) {
            Files.delete(files.filter(file -> file.toString().endsWith(".xlsx"))
                    .findFirst()
                    .orElseThrow());
        }
        Path store = damaged.root().resolve("store/outcomes.duckdb");
        byte[] before = Files.readAllBytes(store);
        assertThat(damaged.exitCode("restore", "--from-archive")).isEqualTo(3);
        assertThat(store).hasBinaryContent(before);
    }

    @Test
    void aRestoreNamesABackupOrTheArchive() {
        assertThat(workspace.exitCode("restore")).isEqualTo(2);
        assertThat(workspace.exitCode("restore", "somewhere", "--from-archive")).isEqualTo(2);
    }

    private void assertSame(String kept, TestWorkspace rebuilt) {
        for (String file : FILES)
            assertThat(rebuilt.published(file))
                    .hasSameBinaryContentAs(folder.resolve(kept).resolve(file));
    }

    private void drop(String sample) throws IOException {
        Path file = TestWorkspace.SAMPLES.resolve(sample);
        Files.copy(file, workspace.root().resolve("import").resolve(file.getFileName()));
    }

    private void keep(String name) throws IOException {
        FileSystemUtils.copyRecursively(workspace.root().resolve("published"), folder.resolve(name));
    }

    /// As if the run had been killed when its files were in the store.
    private void forgetLastLineOfJournal() throws IOException {
        Path journal = workspace.root().resolve("archive/journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        assertThat(lines.get(lines.size() - 1)).contains("\"read\"");
        Files.write(journal, lines.subList(0, lines.size() - 1));
        Files.writeString(journal, "{\"event\":\"re", StandardOpenOption.APPEND);
    }

    /// A workspace with only the archive, the key and the settings.
    private TestWorkspace lost(String name) throws IOException {
        TestWorkspace lost = new TestWorkspace(folder.resolve(name).resolve("workspace"));
        FileSystemUtils.copyRecursively(
                workspace.root().resolve("archive"), lost.root().resolve("archive"));
        for (String file : List.of("pseudonyms.key", "workspace.yaml"))
            Files.copy(workspace.root().resolve(file), lost.root().resolve(file));
        Files.createDirectories(lost.root().resolve("import"));
        return lost;
    }
}
