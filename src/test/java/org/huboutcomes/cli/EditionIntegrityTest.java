package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.compare.Snapshot;
import org.huboutcomes.compare.SnapshotVerification;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Workspace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// An edition is unchanged since it was frozen, or every command that uses it says otherwise.
class EditionIntegrityTest {

    private static final String[] ANNUAL = {"annual", "--year", "2022/23", "--hub", "HM1"};

    @TempDir
    static Path used;

    @TempDir
    Path folder;

    private TestWorkspace workspace;
    private Path edition;

    @BeforeAll
    static void aWorkspaceWithAnEdition() throws IOException {
        TestWorkspace.afterTheNight(used).run(ANNUAL);
    }

    @BeforeEach
    void aCopyOfIt() throws IOException {
        workspace = new TestWorkspace(folder.resolve("workspace"));
        FileSystemUtils.copyRecursively(used.resolve("workspace"), workspace.root());
        edition = workspace.root().resolve("editions/2022-23-v1");
    }

    /// The withdrawal rebuilds the tables, so the figures of the last nightly run are older than the tables.
    @Test
    @Tag("long")
    void anEditionAfterAWithdrawalIsOfTheSubmissionsInForce() throws IOException {
        workspace.run("withdraw", "HM1_2022-23_survey.csv", "--why", "not complete");
        workspace.run(ANNUAL);
        workspace.runWithoutReports("nightly");
        for (String file : List.of("indicators.csv", "basis.csv", "transitions.csv"))
            assertThat(workspace.root().resolve("editions/2022-23-v2").resolve(file))
                    .hasSameBinaryContentAs(workspace.published(file));
    }

    @Test
    @Tag("long")
    void aNumberIsNeverUsedAgain() throws IOException {
        FileSystemUtils.deleteRecursively(edition);
        workspace.run(ANNUAL);
        assertThat(edition).doesNotExist();
        assertThat(workspace.root().resolve("editions/2022-23-v2/manifest.csv")).isRegularFile();
        assertThat(workspace.exitCode("editions", "verify")).isEqualTo(3);
    }

    /// The mark that a run leaves if it is killed after freezing the edition.
    @Test
    @Tag("long")
    void anEditionThatWasNotDeliveredIsDeliveredAndNotTakenForAFinalOne() throws IOException {
        Path mark = workspace.root().resolve("editions/.2022-23-v1.undelivered");
        Path next = workspace.root().resolve("editions/2022-23-v2");
        Files.writeString(mark, "HM1\nprovisional");
        workspace.run(ANNUAL);
        assertThat(mark).doesNotExist();
        assertThat(next).doesNotExist();
        Files.writeString(mark, "HM1\nprovisional");
        workspace.run("annual", "--year", "2022/23", "--hub", "HM1", "--final");
        assertThat(mark).doesNotExist();
        assertThat(next).isDirectory();
    }

    @Test
    void aChangedFileIsFoundByEveryCommandThatUsesTheEdition() throws IOException {
        assertThat(workspace.printed("editions", "verify")).isEqualTo("2022-23-v1: in order\n");
        replace(edition.resolve("indicators.csv"), "changed\n");
        assertRefused();
    }

    @Test
    @Tag("long")
    void aFigureThatTheArchivedFilesDoNotGiveIsFound() throws IOException {
        Path changed = folder.resolve("changed");
        FileSystemUtils.copyRecursively(edition, changed);
        Path figures = changed.resolve("indicators.csv");
        List<String> lines = Files.readAllLines(figures);
        String line = lines.stream()
                .filter(one -> one.contains(",HM1,") && one.contains(",schools_engaged_percent,"))
                .findFirst()
                .orElseThrow();
        String other = line.replaceFirst("(schools_engaged_percent,)(\\d+)", "$1999");
        assertThat(other).isNotEqualTo(line);
        replace(figures, Files.readString(figures).replace(line, other));
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(workspace.root()), Catalogue.packaged())) {
            Snapshot snapshot = new Snapshot("2022-23-v1", changed);
            Path basis = changed.resolve("basis.csv");
            List<String> claims = Files.readAllLines(basis);
            assertThat(claims.get(0)).startsWith("claim,");
            // If a store is rebuilt without an expired file, later claims have other numbers.
            replace(
                    basis,
                    claims.get(0) + "\n"
                            + claims.stream()
                                    .skip(1)
                                    .map(claim -> "9" + claim + "\n")
                                    .collect(Collectors.joining()));
            SnapshotVerification verified = SnapshotVerification.of(snapshot, open.store());
            assertThat(verified.expired()).isZero();
            assertThat(verified.problems())
                    .singleElement()
                    .asString()
                    .contains("HM1, schools_engaged_percent", "is another when it is computed again");
            JdbcClient sql = JdbcClient.create(open.store().dataSource());
            int lost = sql.sql("delete from claim where submission ="
                            + " (select max(submission) from claim where in_force and hub is not null)")
                    .update();
            assertThat(SnapshotVerification.of(snapshot, open.store()).problems())
                    .singleElement()
                    .asString()
                    .contains("the files of " + lost + " of its returns are no longer in the archive");
            sql.sql("insert into removed_file (submission, removed_on)"
                            + " select submission, current_date from submission"
                            + " where submission not in (select submission from claim)")
                    .update();
            assertThat(SnapshotVerification.of(snapshot, open.store()))
                    .isEqualTo(new SnapshotVerification(List.of(), lost));
        }
    }

    /// Somebody who changes a file can change its line in the manifest too.
    @Test
    @Tag("long")
    void aChangedManifestIsFoundByEveryCommandThatUsesTheEdition() throws IOException {
        Path manifest = edition.resolve("manifest.csv");
        replace(
                manifest,
                Files.readString(manifest)
                        .lines()
                        .filter(line -> !line.startsWith("hubs/"))
                        .reduce("", (all, line) -> all + line + "\n"));
        try (Stream<Path> packs = Files.walk(edition.resolve("hubs"))) {
            for (Path pack : packs.filter(Files::isRegularFile).toList()) Files.delete(pack);
        }
        assertRefused();
    }

    @Test
    @Tag("long")
    void anAddedFileIsFoundByEveryCommandThatUsesTheEdition() throws IOException {
        Files.writeString(edition.resolve("hubs/HM2.pdf"), "added");
        assertRefused();
    }

    @Test
    void duringARunTheFilesAreVerified() throws IOException {
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(workspace.root()), Catalogue.packaged())) {
            assertThat(open.store()).isNotNull();
            assertThat(workspace.exitCode("editions", "verify")).isEqualTo(4);
            replace(edition.resolve("indicators.csv"), "changed\n");
            assertThat(workspace.exitCode("editions", "verify")).isEqualTo(3);
        }
    }

    private void assertRefused() {
        assertThat(workspace.exitCode("editions", "verify"))
                .as("editions verify")
                .isEqualTo(3);
        assertThat(workspace.exitCode("doctor")).as("doctor").isEqualTo(3);
        assertThat(workspace.exitCode("status")).as("status").isEqualTo(3);
        assertThat(workspace.exitCode("compare", "2022-23-v1", "published"))
                .as("compare")
                .isEqualTo(3);
        assertThat(workspace.exitCode(ANNUAL)).as("annual").isEqualTo(3);
        assertThat(workspace.root().resolve("editions/2022-23-v2")).doesNotExist();
    }

    /// An edition that nobody has read reveals nothing: what is hidden later does not depend on it.
    @Test
    @Tag("long")
    void anEditionThatIsNotFrozenAffectsNoLaterDecision() throws IOException {
        String told = told();
        // The manifest cannot be written, because a folder has its name: the run ends after all reports are
        // rendered.
        Path next = workspace.root().resolve("editions/.2022-23-v2.next");
        Files.createDirectories(workspace.root().resolve("editions"));
        Path mark = workspace.root().resolve("editions/.2022-23-v2.undelivered");
        Files.createDirectories(mark.resolve("in the way"));
        assertThat(workspace.exitCode(ANNUAL)).isEqualTo(5);
        assertThat(next).isDirectory();
        assertThat(told()).isEqualTo(told);
        FileSystemUtils.deleteRecursively(mark);
        workspace.runWithoutReports("nightly");
        assertThat(next).doesNotExist();
    }

    private String told() throws IOException {
        return workspace
                .ask("select count(*) as n, sum(hash(public_told)) as told from public_told")
                .toString();
    }

    private static void replace(Path file, String content) throws IOException {
        Files.delete(file);
        Files.writeString(file, content);
    }
}
