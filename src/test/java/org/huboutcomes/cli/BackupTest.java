package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/// A workspace whose store is lost is put back from a backup, and publishes what it published before. The doctor names
/// what is not in order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {

    private final Path folder;
    private final Rehearsal rehearsal;
    private final Path backup;

    BackupTest(@TempDir Path folder) {
        this.folder = folder;
        rehearsal = Rehearsal.in(folder);
        backup = folder.resolve("backups/monday");
    }

    @BeforeAll
    void aWorkspaceInUse() throws IOException {
        rehearsal.drop(Rehearsal.SAMPLES.resolve("registers"));
        rehearsal.drop(Rehearsal.SAMPLES.resolve("2022-23")).runWithoutReports("nightly");
        rehearsal.run("annual", "--year", "2022/23", "--hub", "HM1");
        rehearsal.run("backup", backup.toString());
    }

    @Test
    void whatWasLostComesBackAndPublishesTheSame() throws IOException {
        Rehearsal restored = new Rehearsal(folder.resolve("restored"));
        restored.run("restore", backup.toString());
        restored.runWithoutReports("nightly");
        assertThat(restored.published("indicators.csv")).hasSameBinaryContentAs(rehearsal.published("indicators.csv"));
        assertThat(restored.workspace().resolve("workspace.yaml"))
                .hasSameBinaryContentAs(rehearsal.workspace().resolve("workspace.yaml"));
        assertThat(restored.printed("doctor"))
                .contains(
                        "store and settings: in order",
                        "archive: in order",
                        "editions: in order",
                        "published: in order");
    }

    @Test
    void aDamagedBackupRestoresNothing() throws IOException {
        Path damaged = folder.resolve("backups/damaged");
        FileSystemUtils.copyRecursively(backup, damaged);
        Files.writeString(damaged.resolve("workspace.yaml"), "networks: [other]\n");
        assertThat(rehearsal.exitCode("restore", damaged.toString())).isEqualTo(3);
        assertThat(rehearsal.workspace().resolve("workspace.yaml")).content().doesNotContain("[other]");
    }

    @Test
    void aBackupIsNeverWrittenOverAnother() {
        assertThat(rehearsal.exitCode("backup", backup.toString())).isEqualTo(2);
    }

    @Test
    void theDoctorNamesAnEditionThatWasChanged() throws IOException {
        Path file = rehearsal.workspace().resolve("editions/2022-23-v1/indicators.csv");
        byte[] frozen = Files.readAllBytes(file);
        Files.delete(file);
        Files.writeString(file, "changed\n");
        assertThat(rehearsal.exitCode("doctor")).isEqualTo(3);
        Files.write(file, frozen);
        assertThat(file.toFile().setReadOnly()).isTrue();
        assertThat(rehearsal.exitCode("doctor")).isZero();
    }

    @Test
    void aChangedPublishedFileLeavesTheEditionAsItIs() throws IOException {
        Path published = rehearsal.published("hubs/HM1/202223/HM1.pdf");
        Path frozen = rehearsal.workspace().resolve("editions/2022-23-v1/hubs/HM1/202223/HM1.pdf");
        assertThat(Files.isSameFile(published, frozen)).isFalse();
        assertThat(published).hasSameBinaryContentAs(frozen);
    }

    @Test
    void theFilesOfAnEditionAreReadOnly() throws IOException {
        try (Stream<Path> files = Files.walk(rehearsal.workspace().resolve("editions/2022-23-v1"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(
                                    Files.getPosixFilePermissions(file).toString())
                            .doesNotContain("WRITE"));
        }
    }
}
