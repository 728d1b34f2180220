package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/// A store or an archive of another workspace ends a run with exit code 3 and one sentence, and no published file
/// changes.
class StoreIntegrityTest {

    @TempDir
    static Path used;

    @TempDir
    Path folder;

    private TestWorkspace workspace;
    private Path store;

    @BeforeAll
    static void aWorkspaceInUse() throws IOException {
        TestWorkspace.in(used).drop(TestWorkspace.SAMPLES.resolve("registers")).runWithoutReports("nightly");
    }

    @BeforeEach
    void aCopyOfIt() throws IOException {
        workspace = new TestWorkspace(folder.resolve("workspace"));
        FileSystemUtils.copyRecursively(used.resolve("workspace"), workspace.root());
        store = workspace.root().resolve("store/outcomes.duckdb");
    }

    @Test
    void aMissingStoreIsNotTakenForAnEmptyOne() throws IOException {
        Files.delete(store);
        refused("nightly", "The store " + store + " is missing, although this workspace has been used.");
        refused("status", "is missing");
        assertThat(store).doesNotExist();
    }

    @Test
    void aFileThatIsNoStoreIsRefused() throws IOException {
        Files.writeString(store, "A letter.");
        refused("nightly", "The store is damaged: ");
    }

    @Test
    @Tag("long")
    void aTruncatedStoreIsRefused() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(store.toFile(), "rw")) {
            file.setLength(file.length() / 8);
        }
        refused("nightly", "The store is damaged: ");
    }

    @Test
    @Tag("long")
    void theStoreOfAnotherWorkspaceIsRefused(@TempDir Path elsewhere) throws IOException {
        TestWorkspace other = TestWorkspace.in(elsewhere);
        other.runWithoutReports("nightly");
        Files.copy(other.root().resolve("store/outcomes.duckdb"), store, StandardCopyOption.REPLACE_EXISTING);
        refused("nightly", "belongs to another workspace");
    }

    @Test
    void anArchiveThatIsGoneIsNotTakenForAnEmptyOne() throws IOException {
        FileSystemUtils.deleteRecursively(workspace.root().resolve("archive"));
        refused("nightly", "is empty, and its files are in the store's ledger");
    }

    @Test
    void aMissingKeyIsNotReplacedByAnother() throws IOException {
        Path key = workspace.root().resolve("pseudonyms.key");
        Files.delete(key);
        refused("nightly", key + " is missing, although files were read with it. Put it back from a backup");
        assertThat(key).doesNotExist();
    }

    @Test
    void aDamagedLineOfTheJournalIsNamed() throws IOException {
        Path journal = workspace.root().resolve("archive/journal.jsonl");
        byte[] whole = Files.readAllBytes(journal);
        List<String> lines = new ArrayList<>(Files.readAllLines(journal));
        lines.set(1, lines.get(1).substring(0, 20));
        Files.write(journal, lines);
        refused("nightly", "Line 2 of " + journal + " is damaged; put this file back from a backup");
        refused("doctor", "Line 2 of " + journal + " is damaged");
        // An older journal is enough: missing events are appended again.
        Files.write(journal, Files.readAllLines(journal).subList(0, 1));
        workspace.runWithoutReports("nightly");
        assertThat(journal).hasBinaryContent(whole);
    }

    @Test
    @Tag("long")
    void aDeletedJournalIsNotTakenForAnEmptyOne() throws IOException {
        Path journal = workspace.root().resolve("archive/journal.jsonl");
        byte[] whole = Files.readAllBytes(journal);
        Files.delete(journal);
        refused("nightly", "The journal of the archive, " + journal + ", is missing. Put it back from a backup");
        assertThat(journal).doesNotExist();
        Files.createFile(journal);
        workspace.runWithoutReports("nightly");
        assertThat(journal).hasBinaryContent(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalogue.zip", "basis.csv", "indicators.csv"})
    @Tag("long")
    void aDamagedNightIsLeftOutAndNamed(String file) throws IOException {
        Path night = workspace.root().resolve("nights/2026-11-23");
        byte[] bytes = Files.readAllBytes(night.resolve(file));
        // In the middle of a file, like a bad sector.
        for (int i = 0; i < 40; i++) bytes[bytes.length / 2 + i] = (byte) 0xFE;
        Files.write(night.resolve(file), bytes);
        refused("doctor", night + " cannot be read; put it back from a backup, or delete this folder.");
        refused("compare 2026-11-23 published", night + " cannot be read");
        assertThat(said(0, "nightly")).contains("left out, because it cannot be read: 2026-11-23 (see `doctor`)");
    }

    /// Everything in them can be recomputed.
    @Test
    @Tag("long")
    void aStampAStatusAndALogThatCannotBeReadAreWrittenAgain() throws IOException {
        byte[] damage = {'{', (byte) 0xFF, '\n', '\n', '\n'};
        for (String file : List.of("store/night.stamp", "store/archive.verified", "logs/status.json"))
            Files.write(workspace.root().resolve(file), damage);
        try (Stream<Path> logs = Files.list(workspace.root().resolve("logs/runs"))) {
            for (Path log : logs.toList()) Files.writeString(log, "{}");
        }
        workspace.run("status");
        workspace.runWithoutReports("nightly");
        assertThat(workspace.printed("status"))
                .contains("nightly as of 2026-11-23: done")
                .doesNotContain("No runs");
        assertThat(workspace.root().resolve("logs/status.json")).content().contains("\"unknownNetworks\"");
    }

    @Test
    @Tag("long")
    void aFileOfTheArchiveThatIsGoneIsNamed() throws IOException {
        Path archived = anArchivedFile();
        Files.delete(archived);
        String sha256 = archived.getFileName().toString().substring(0, 64);
        refused("doctor", archived.resolveSibling(sha256) + " is missing; put it back from a backup, or put ");
    }

    @Test
    @Tag("long")
    void aDamagedFileOfTheArchiveIsNamedAfterTheRunAndMendedByDroppingItAgain() throws IOException {
        Path archived = anArchivedFile();
        byte[] whole = Files.readAllBytes(archived);
        Files.writeString(archived, "damaged");
        String said = refusal("nightly");
        assertThat(said).contains("The run is done. The archive has a damaged file: " + archived);
        Files.write(workspace.root().resolve("import/again.csv"), whole);
        workspace.runWithoutReports("nightly");
        assertThat(archived).hasBinaryContent(whole);
    }

    private Path anArchivedFile() throws IOException {
        try (Stream<Path> files = Files.walk(workspace.root().resolve("archive"))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .min(Path::compareTo)
                    .orElseThrow();
        }
    }

    private void refused(String command, String sentence) throws IOException {
        byte[] manifest = Files.readAllBytes(workspace.published("manifest.csv"));
        assertThat(refusal(command)).contains(sentence).hasLineCount(1);
        assertThat(workspace.published("manifest.csv")).hasBinaryContent(manifest);
    }

    /// The last line that was said.
    private String refusal(String command) {
        return said(3, command).lines().reduce((first, last) -> last).orElse("");
    }

    /// What a command prints on both streams.
    private String said(int exitCode, String command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            assertThat(workspace.exitCode(command.split(" "))).isEqualTo(exitCode);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
