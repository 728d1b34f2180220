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
    private final Rehearsal rehearsal;

    RebuiltStoreTest(@TempDir Path folder) {
        this.folder = folder;
        this.rehearsal = Rehearsal.in(folder);
    }

    @BeforeAll
    void aWorkspaceInUse() throws IOException {
        drop("2020-21/HM1_2020-21_return.xlsx");
        rehearsal.run("import", "--as-of", "2026-11-19");
        rehearsal.drop(Rehearsal.SAMPLES.resolve("registers"));
        rehearsal.drop(Rehearsal.SAMPLES.resolve("2021-22")).runWithoutReports("nightly", "--as-of", "2026-11-20");
        keep("first");
        rehearsal.drop(Rehearsal.SAMPLES.resolve("2022-23"));
        rehearsal.run("import", "--as-of", "2026-11-21");
        forgetLastLineOfJournal();
        drop("2021-22/HM1_2021-22_return.xlsx");
        drop("2020-21/FV1_2020-21_return.xlsx");
        rehearsal.run("import", "--as-of", "2026-11-22");
        rehearsal.run("withdraw", "HM1_2022-23_survey.csv", "--why", "not complete", "--as-of", "2026-11-22");
        Files.writeString(
                rehearsal.workspace().resolve("workspace.yaml"), "networks: [Science Learning Partnerships]\n");
        rehearsal.run("nightly");
        keep("last");
    }

    @Test
    void theSameFiguresAndReportsArePublished() throws IOException {
        Rehearsal rebuilt = lost("as-before");
        assertThat(rebuilt.exitCode("nightly")).isEqualTo(3);
        rebuilt.run("restore", "--from-archive");
        rebuilt.run("nightly");
        assertSame("last", rebuilt);
        assertThat(rebuilt.published("manifest.csv"))
                .as("every figure and report by its hash")
                .hasSameTextualContentAs(folder.resolve("last/manifest.csv"));
        assertThat(rebuilt.printed("doctor")).doesNotContain("not in order");
        assertThat(rebuilt.workspace().resolve("before-restore")).doesNotExist();
    }

    @Test
    void theFiguresOfAnEarlierNightArePublished() throws IOException {
        Rehearsal rebuilt = lost("earlier");
        rebuilt.run("restore", "--from-archive", "--as-of", "2026-11-20");
        rebuilt.runWithoutReports("nightly", "--as-of", "2026-11-20");
        for (String file : List.of("indicators.csv", "basis.csv", "transitions.csv"))
            assertThat(rebuilt.published(file))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(file));
    }

    @Test
    void aFileThatIsMissingInTheArchiveChangesNothing() throws IOException {
        Rehearsal damaged = new Rehearsal(folder.resolve("damaged/workspace"));
        FileSystemUtils.copyRecursively(rehearsal.workspace(), damaged.workspace());
        try (var files = Files.walk(damaged.workspace().resolve("archive"))) {
            Files.delete(files.filter(file -> file.toString().endsWith(".xlsx"))
                    .findFirst()
                    .orElseThrow());
        }
        Path store = damaged.workspace().resolve("store/outcomes.duckdb");
        byte[] before = Files.readAllBytes(store);
        assertThat(damaged.exitCode("restore", "--from-archive")).isEqualTo(3);
        assertThat(store).hasBinaryContent(before);
    }

    @Test
    void aRestoreNamesABackupOrTheArchive() {
        assertThat(rehearsal.exitCode("restore")).isEqualTo(2);
        assertThat(rehearsal.exitCode("restore", "somewhere", "--from-archive")).isEqualTo(2);
    }

    private void assertSame(String kept, Rehearsal rebuilt) {
        for (String file : FILES)
            assertThat(rebuilt.published(file))
                    .hasSameBinaryContentAs(folder.resolve(kept).resolve(file));
    }

    private void drop(String sample) throws IOException {
        Path file = Rehearsal.SAMPLES.resolve(sample);
        Files.copy(file, rehearsal.workspace().resolve("import").resolve(file.getFileName()));
    }

    private void keep(String name) throws IOException {
        FileSystemUtils.copyRecursively(rehearsal.workspace().resolve("published"), folder.resolve(name));
    }

    /// As if the run had been killed when its files were in the store.
    private void forgetLastLineOfJournal() throws IOException {
        Path journal = rehearsal.workspace().resolve("archive/journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        assertThat(lines.get(lines.size() - 1)).contains("\"read\"");
        Files.write(journal, lines.subList(0, lines.size() - 1));
        Files.writeString(journal, "{\"event\":\"re", StandardOpenOption.APPEND);
    }

    /// A workspace with only the archive, the key and the settings.
    private Rehearsal lost(String name) throws IOException {
        Rehearsal lost = new Rehearsal(folder.resolve(name).resolve("workspace"));
        FileSystemUtils.copyRecursively(
                rehearsal.workspace().resolve("archive"), lost.workspace().resolve("archive"));
        for (String file : List.of("pseudonyms.key", "workspace.yaml"))
            Files.copy(rehearsal.workspace().resolve(file), lost.workspace().resolve(file));
        Files.createDirectories(lost.workspace().resolve("import"));
        return lost;
    }
}
