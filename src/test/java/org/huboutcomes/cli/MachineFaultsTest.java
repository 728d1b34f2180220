package org.huboutcomes.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A failure of the machine ends a run with 5 and one sentence. Nothing is lost or duplicated: once the fault is
/// removed, the same command gives the same result.
class MachineFaultsTest {

    private static final PrintStream ERR = System.err;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(err, true, UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setErr(ERR);
    }

    /// Simulates a full disk by a file size limit, which is raised step by step.
    @Test
    void aFullDiskLosesAndDuplicatesNothing() throws Exception {
        assumeTrue(canLimitFiles(), "a machine without prlimit");
        TestWorkspace undisturbed = TestWorkspace.in(Files.createDirectory(folder.resolve("one")));
        dropOneYear(undisturbed);
        undisturbed.run("import");
        TestWorkspace filled = TestWorkspace.in(Files.createDirectory(folder.resolve("two")));
        dropOneYear(filled);
        List<String> failed = new ArrayList<>();
        for (int kilobytes : List.of(4, 60, 300, 900, 2_000)) {
            err.reset();
            int code = importWithFilesUpTo(kilobytes, filled);
            assertThat(code).as(kilobytes + " kB").isIn(0, 5);
            if (code == 0) break;
            assertThat(sentences())
                    .as(kilobytes + " kB")
                    .containsExactly("The disk is full; make room and run again; nothing was lost.");
            failed.add(kilobytes + " kB");
        }
        assertThat(failed).hasSizeGreaterThan(2);
        filled.run("import");
        assertThat(loaded(filled)).isEqualTo(loaded(undisturbed));
        assertThat(files(filled.root().resolve("returned")))
                .isEqualTo(files(undisturbed.root().resolve("returned")));
        assertThat(filled.root().resolve("import")).isEmptyDirectory();
    }

    @Test
    void aMissingImportFolderIsNotTakenAsEmpty() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder);
        Path share = workspace.root().resolve("import");
        Files.delete(share);
        assertThat(workspace.exitCode("import")).isEqualTo(5);
        assertThat(sentences()).containsExactly(share + " is missing; put it back and run again; nothing was lost.");
        Files.createDirectory(share);
        workspace.run("import");
    }

    /// An unreadable file simulates a failure after the edition is frozen and before it is delivered.
    @Test
    @Tag("long")
    void anInterruptedEditionIsDeliveredAndNotRepeated() throws IOException {
        TestWorkspace workspace = TestWorkspace.afterTheNight(folder);
        Path manifest = workspace.published("manifest.csv");
        byte[] before = Files.readAllBytes(manifest);
        Files.delete(manifest);
        Files.createDirectory(manifest);
        assertThat(workspace.exitCode("annual", "--year", "2022/23", "--hub", "HM1"))
                .isEqualTo(5);
        assertThat(sentences()).singleElement().asString().endsWith("nothing was lost; run again.");
        Path edition = workspace.root().resolve("editions/2022-23-v1");
        List<String> frozen = files(edition);
        Files.delete(manifest);
        Files.write(manifest, before);
        workspace.run("annual", "--year", "2022/23", "--hub", "HM1");
        assertThat(list(workspace.root().resolve("editions"))).containsExactly("2022-23-v1");
        assertThat(files(edition)).isEqualTo(frozen);
        assertThat(Files.readString(manifest)).contains(",2022-23-v1,");
    }

    @Test
    @Tag("long")
    void theLaterFileCountsWhateverItsTime() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder);
        drop(workspace, "hubs.csv", "One", "2026-11-23T10:00:00Z");
        workspace.run("import", "--as-of", "2026-11-23");
        drop(workspace, "hubs again.csv", "Another name", "2026-11-20T10:00:00Z");
        workspace.run("import", "--as-of", "2026-11-20");
        try (Store store = store(workspace)) {
            assertThat(JdbcClient.create(store.dataSource())
                            .sql("select hub_name from hub")
                            .query(String.class)
                            .list())
                    .containsExactly("Another name");
        }
    }

    @Test
    @Tag("long")
    void aFileWithTheLongestPossibleNameGetsAReceipt() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder);
        for (String end : List.of("a.csv", "b.csv"))
            Files.writeString(
                    workspace.root().resolve("import").resolve("x".repeat(250) + end), "nothing,of\nours,here\n" + end);
        workspace.run("import");
        assertThat(list(workspace.root().resolve("returned/unrecognised")))
                .filteredOn(name -> name.endsWith(".receipt.html"))
                .hasSize(2);
    }

    private static void dropOneYear(TestWorkspace workspace) throws IOException {
        for (String part : List.of("registers", "2022-23")) workspace.drop(TestWorkspace.SAMPLES.resolve(part));
    }

    private static void drop(TestWorkspace workspace, String name, String hub, String modified) throws IOException {
        Path file = Files.writeString(
                workspace.root().resolve("import").resolve(name),
                "Network,Hub code,Hub name,Aliases,Opened,Closed\nMaths Hubs,H1," + hub + ",,2019/20,\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(modified)));
    }

    /// The output without the lines of finished steps.
    private List<String> sentences() {
        return err.toString(UTF_8)
                .lines()
                .filter(said -> !said.matches(".*\\(\\d+\\.\\d s\\)"))
                .toList();
    }

    private static int importWithFilesUpTo(int kilobytes, TestWorkspace workspace)
            throws IOException, InterruptedException {
        limitFiles(String.valueOf(kilobytes * 1024L));
        try {
            return workspace.exitCode("import");
        } finally {
            limitFiles("unlimited");
        }
    }

    private static boolean canLimitFiles() throws IOException, InterruptedException {
        return Files.isExecutable(Path.of("/usr/bin/prlimit")) && limitFiles("unlimited") == 0;
    }

    private static int limitFiles(String bytes) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        "/usr/bin/prlimit",
                        "--pid",
                        String.valueOf(ProcessHandle.current().pid()),
                        "--fsize=" + bytes + ":unlimited")
                .start()
                .waitFor();
    }

    private static Store store(TestWorkspace workspace) {
        return Store.open(workspace.root().resolve("store/outcomes.duckdb"), List.of(), "500MB");
    }

    /// Every submission and the number of its rows in force.
    private static List<String> loaded(TestWorkspace workspace) {
        try (Store store = store(workspace)) {
            return JdbcClient.create(store.dataSource())
                    .sql("""
                            select concat_ws(' ', submission, file_name, status, sum(accepted) filter (where in_force))
                            from submission
                            left join claim using (submission)
                            group by submission, file_name, status
                            order by submission""")
                    .query(String.class)
                    .list();
        }
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /// Each file of a folder with its content.
    private static List<String> files(Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList())
                files.add(folder.relativize(file) + " " + Sha256.of(file));
        }
        return files;
    }
}
