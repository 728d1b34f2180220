package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Temporary and unfinished files of a killed run are removed or completed by the next run.
class InterruptedRunTest {

    @TempDir
    private Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void aWorkspaceInUse() throws IOException {
        workspace = TestWorkspace.in(folder).drop(TestWorkspace.SAMPLES.resolve("registers"));
        Files.writeString(workspace.root().resolve("workspace.yaml"), "networks: [none]\n");
        workspace.run("nightly");
    }

    @Test
    @Tag("long")
    void noDraftRemains() throws IOException {
        List<String> left = List.of(
                "archive/ab/.123.tmp",
                "returned/unrecognised/.x.receipt.html.tmp",
                "logs/runs/.x.json.tmp",
                "store/.outcomes.duckdb.tmp",
                "store/.outcomes.duckdb.tmp.wal",
                "nights/.2026-11-23.tmp/indicators.csv",
                "editions/.2022-23-v1.next/indicators.csv",
                ".pseudonyms1.tmp");
        for (String name : left) {
            Path file = workspace.root().resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "left by a killed run");
        }
        workspace.run("import");
        try (Stream<Path> all = Files.walk(workspace.root())) {
            assertThat(all.map(workspace.root()::relativize).map(Path::toString))
                    .noneMatch(name -> name.contains("/.") || name.endsWith(".tmp"));
        }
    }

    /// A full disk could leave incomplete figures of a nightly run, and every later run failed because of them.
    @Test
    @Tag("long")
    void anIncompleteKeptNightHoldsNothingUp() throws IOException {
        Path night = workspace.root().resolve("nights/2026-11-24");
        Files.createDirectories(night);
        Files.writeString(night.resolve("basis.csv"), "");
        workspace.drop(TestWorkspace.SAMPLES.resolve("2022-23"));
        workspace.run("nightly", "--as-of", "2026-11-24");
        assertThat(night.resolve("catalogue.zip")).isRegularFile();
    }

    /// By its name alone, the file sent before would be withdrawn too.
    @Test
    void aWithdrawalThatWasKilledIsCompletedAndNotRepeatedOnTheFileBefore() throws IOException {
        Path file = workspace.root().resolve("import/hubs.csv");
        Files.writeString(
                file, "Network,Hub code,Hub name,Aliases,Opened,Closed\nMaths Hubs,QS1,Other name,,2020/21,\n");
        workspace.run("import");
        // The run ends after the withdrawal, because a file in their place prevents writing the receipts.
        Path returned = workspace.root().resolve("returned");
        Path aside = Files.move(returned, folder.resolve("aside"));
        Files.writeString(returned, "in the way");
        assertThat(workspace.exitCode("withdraw", "hubs.csv", "--why", "wrong list"))
                .isEqualTo(5);
        Files.delete(returned);
        Files.move(aside, returned);
        assertThat(workspace.printed("withdraw", "hubs.csv", "--why", "wrong list"))
                .contains("Withdrawn: submission 9, hubs.csv. In force again: hubs.csv.");
        assertThat(workspace.ask("select submission from withdrawal")).hasSize(1);
        assertThat(workspace.ask("select hub_name from hub where hub = 'HM1'")).hasSize(1);
        try (OpenWorkspace open =
                OpenWorkspace.open(new Workspace(workspace.root()), org.huboutcomes.catalogue.Catalogue.packaged())) {
            assertThat(new org.huboutcomes.tables.Ledger(open.store()).unreported())
                    .isEmpty();
        }
    }
}
