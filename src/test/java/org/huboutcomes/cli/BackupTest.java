package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.intake.ArchiveJournal;
import org.huboutcomes.intake.ArchiveJournal.Event;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Workspace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// A workspace whose store is lost is restored from a backup, and publishes what it published before. `doctor`
/// names what is wrong.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {

    private final Path folder;
    private final TestWorkspace workspace;
    private final Path backup;

    BackupTest(@TempDir Path folder) {
        this.folder = folder;
        workspace = TestWorkspace.afterTheNight(folder);
        backup = folder.resolve("backups/monday");
    }

    @BeforeAll
    void aWorkspaceInUse() throws IOException {
        workspace.run("annual", "--year", "2022/23", "--hub", "HM1");
        workspace.run("backup", backup.toString());
    }

    @Test
    void whatWasLostComesBackAndPublishesTheSame() throws IOException {
        TestWorkspace restored = new TestWorkspace(folder.resolve("restored"));
        restored.run("restore", backup.toString());
        restored.runWithoutReports("nightly");
        assertThat(restored.published("indicators.csv")).hasSameBinaryContentAs(workspace.published("indicators.csv"));
        assertThat(restored.root().resolve("workspace.yaml"))
                .hasSameBinaryContentAs(workspace.root().resolve("workspace.yaml"));
        assertThat(restored.printed("doctor"))
                .contains(
                        "store and settings: in order",
                        "archive: in order",
                        "editions: in order",
                        "published: in order");
        assertThat(restored.root().resolve("before-restore")).doesNotExist();
    }

    @Test
    @Tag("long")
    void aRestoreOverAWorkspaceInUseLosesNothing() throws IOException {
        TestWorkspace used = new TestWorkspace(folder.resolve("used"));
        used.run("restore", backup.toString());
        Path late = Files.writeString(used.root().resolve("import/late.csv"), "a file that came late\n");
        String sha256 = Sha256.of(late);
        used.run("import");
        used.run("withdraw", "HM1_2022-23_survey.csv", "--why", "not complete");
        used.runWithoutReports("nightly");
        Path told = used.root().resolve("archive/public_told.parquet");
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(used.root()), Catalogue.packaged())) {
            JdbcClient.create(open.store().dataSource())
                    .sql("copy (select * replace ('added later' as series) from public_told limit 1) to '" + told
                            + "' (format parquet)")
                    .update();
        }
        String named = Sha256.of(TestWorkspace.SAMPLES.resolve("2022-23/HM1_2022-23_survey.csv"));
        String replacement = Sha256.of("without the person");
        new Archive(used.root().resolve("archive"))
                .keep(Files.writeString(folder.resolve("without"), "without the person"), replacement, "survey.csv");
        new ArchiveJournal(used.root().resolve("archive"))
                .append(List.of(new Event.Forgotten(LocalDate.of(2026, 11, 23), named, replacement)));
        byte[] journal = Files.readAllBytes(used.root().resolve("archive/journal.jsonl"));
        byte[] store = Files.readAllBytes(used.root().resolve("store/outcomes.duckdb"));

        assertThat(used.printed("restore", backup.toString()))
                .contains("forget that person again: " + named + " (HM1_2022-23_survey.csv)")
                .doesNotContain(replacement)
                .contains("What they replaced is in " + used.root().resolve("before-restore/1"))
                .contains("drop it into import/ again: " + used.root().resolve("archive"), sha256, "(late.csv)")
                .contains("withdraw it again: ", "(HM1_2022-23_survey.csv)");
        assertThat(used.root().resolve("store/last-night.duckdb"))
                .as("the copy of the store that was replaced")
                .doesNotExist();
        assertThat(used.root().resolve("before-restore/1/archive/journal.jsonl"))
                .hasBinaryContent(journal);
        assertThat(used.root().resolve("before-restore/1/store/outcomes.duckdb"))
                .hasBinaryContent(store);
        assertThat(used.root().resolve("archive/journal.jsonl"))
                .hasSameBinaryContentAs(backup.resolve("archive/journal.jsonl"));
        assertThat(used.ask("from public_told where series = 'added later'")).hasSize(1);
        assertThat(used.ask("from public_told where series <> 'added later'")).isNotEmpty();

        used.run("restore", backup.toString());
        assertThat(used.root().resolve("before-restore/1/store/outcomes.duckdb"))
                .hasBinaryContent(store);
        assertThat(used.root().resolve("before-restore/2/store/outcomes.duckdb"))
                .isRegularFile();
        assertThat(used.ask("from public_told where series = 'added later'")).hasSize(1);
    }

    @Test
    void aListOfABackupThatCannotBeReadRestoresNothing() throws IOException {
        Path damaged = folder.resolve("backups/cut");
        FileSystemUtils.copyRecursively(backup, damaged);
        Files.write(damaged.resolve("backup.sha256"), new byte[] {'0', (byte) 0xFF, 0, '\n'});
        assertThat(workspace.exitCode("restore", damaged.toString())).isEqualTo(3);
    }

    @Test
    void aDamagedBackupRestoresNothing() throws IOException {
        Path damaged = folder.resolve("backups/damaged");
        FileSystemUtils.copyRecursively(backup, damaged);
        Files.writeString(damaged.resolve("workspace.yaml"), "networks: [other]\n");
        assertThat(workspace.exitCode("restore", damaged.toString())).isEqualTo(3);
        assertThat(workspace.root().resolve("workspace.yaml")).content().doesNotContain("[other]");
    }

    @Test
    void aBackupIsNeverWrittenOverAnother() {
        assertThat(workspace.exitCode("backup", backup.toString())).isEqualTo(2);
    }

    @Test
    void theDoctorNamesAnEditionThatWasChanged() throws IOException {
        Path file = workspace.root().resolve("editions/2022-23-v1/indicators.csv");
        byte[] frozen = Files.readAllBytes(file);
        Files.delete(file);
        Files.writeString(file, "changed\n");
        assertThat(workspace.exitCode("doctor")).isEqualTo(3);
        Files.write(file, frozen);
        assertThat(file.toFile().setReadOnly()).isTrue();
        assertThat(workspace.exitCode("doctor")).isZero();
    }

    @Test
    void aChangedPublishedFileLeavesTheEditionAsItIs() throws IOException {
        Path published = workspace.published("hubs/HM1/202223/HM1.pdf");
        Path frozen = workspace.root().resolve("editions/2022-23-v1/hubs/HM1/202223/HM1.pdf");
        assertThat(Files.isSameFile(published, frozen)).isFalse();
        assertThat(published).hasSameBinaryContentAs(frozen);
    }

    @Test
    void theFilesOfAnEditionAreReadOnly() throws IOException {
        try (Stream<Path> files = Files.walk(workspace.root().resolve("editions/2022-23-v1"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(
                                    Files.getPosixFilePermissions(file).toString())
                            .doesNotContain("WRITE"));
        }
    }
}
