package org.huboutcomes.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huboutcomes.HubOutcomes;
import org.huboutcomes.cli.TestWorkspace;
import org.huboutcomes.faults.FaultyDisk.Kind;
import org.huboutcomes.files.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.FileSystemUtils;

/// One file operation of a command fails, or the process is killed at it. The same command is then run again on a
/// working disk, and the result is the same as undisturbed, byte by byte.
///
/// One operation of each command is tried with one kind of fault; `-Dfaults.seed=...` chooses others, and the profile
/// `long` tries the slower commands too. `-Dfaults.every=1` tries each operation with each kind (5: each fifth).
class InjectedFaultsTest {

    private static final long SEED = Long.getLong("faults.seed", 1);
    private static final int EVERY = Integer.getInteger("faults.every", 0);

    /// A command, and what is done before it.
    enum Command {
        IMPORT("import") {
            @Override
            void prepare(TestWorkspace workspace) throws IOException {
                workspace.drop(TestWorkspace.SAMPLES.resolve("2022-23"));
            }
        },
        NIGHTLY("nightly") {
            @Override
            void prepare(TestWorkspace workspace) throws IOException {
                workspace.drop(TestWorkspace.SAMPLES.resolve("2022-23"));
            }
        },
        ANNUAL("annual", "--year", "2022/23", "--hub", "HM1") {
            @Override
            void prepare(TestWorkspace workspace) throws IOException {
                workspace.drop(TestWorkspace.SAMPLES.resolve("2022-23"));
                assertThat(workspace.exitCode("nightly")).isZero();
                setting(workspace, "profile: public\n");
            }
        },
        WITHDRAW("withdraw", "HM1_2022-23_return.xlsx", "--why", "wrong year") {
            @Override
            void prepare(TestWorkspace workspace) throws IOException {
                workspace.drop(TestWorkspace.SAMPLES.resolve("2022-23"));
                assertThat(workspace.exitCode("import")).isZero();
            }
        },
        BACKUP("backup", "BACKUP") {
            @Override
            void prepare(TestWorkspace workspace) {}
        };

        private final List<String> words;

        Command(String... words) {
            this.words = List.of(words);
        }

        abstract void prepare(TestWorkspace workspace) throws IOException;
    }

    @TempDir
    private Path folder;

    private final List<String> tried = new ArrayList<>();

    @AfterEach
    void print() {
        System.out.println("faults.seed " + SEED + ": " + String.join(", ", tried));
    }

    @ParameterizedTest
    @EnumSource(names = "BACKUP")
    void aCommandThatIsRepeatedLeavesTheSame(Command command) throws Exception {
        repeat(command);
    }

    @ParameterizedTest
    @EnumSource(names = "BACKUP", mode = EnumSource.Mode.EXCLUDE)
    @Tag("long")
    void aSlowerCommandThatIsRepeatedLeavesTheSame(Command command) throws Exception {
        repeat(command);
    }

    private void repeat(Command command) throws Exception {
        TestWorkspace prepared = TestWorkspace.in(folder.resolve("prepared"));
        setting(prepared, "networks: [none]\n");
        prepared.drop(TestWorkspace.SAMPLES.resolve("registers"));
        assertThat(prepared.exitCode("nightly")).isZero();
        command.prepare(prepared);
        Path undisturbed = copy(prepared, "undisturbed");
        assertThat(run(command, undisturbed, Kind.NONE, 0)).isZero();
        int operations = Integer.parseInt(Files.readString(folder.resolve("count")));
        assertThat(operations).isGreaterThan(5);
        Map<String, String> expected = content(undisturbed);
        Random random = new Random(SEED + command.ordinal());
        for (Kind kind : kinds(random))
            for (int at : points(operations, random)) {
                String fault = command + " " + kind + " at " + at + " of " + operations;
                tried.add(fault);
                Path disturbed = copy(prepared, "disturbed");
                int code = run(command, disturbed, kind, at);
                // A full disk for the draft of the run log does not end a run.
                assertThat(code).as(fault).isIn(kind == Kind.KILLED ? List.of(0, 137) : List.of(0, 5));
                if (code != 0)
                    assertThat(run(command, disturbed, Kind.NONE, 0))
                            .as("repeated after " + fault)
                            .isZero();
                assertThat(content(disturbed))
                        .as(fault + "; faults.seed " + SEED)
                        .isEqualTo(expected);
                FileSystemUtils.deleteRecursively(disturbed.getParent());
            }
    }

    private static List<Kind> kinds(Random random) {
        List<Kind> kinds = List.of(Kind.FULL, Kind.BROKEN, Kind.KILLED);
        return EVERY > 0 ? kinds : List.of(kinds.get(random.nextInt(kinds.size())));
    }

    private static List<Integer> points(int operations, Random random) {
        if (EVERY > 0)
            return IntStream.iterate(1, at -> at <= operations, at -> at + EVERY)
                    .boxed()
                    .toList();
        return List.of(1 + random.nextInt(operations));
    }

    private static void setting(TestWorkspace workspace, String settings) throws IOException {
        Files.writeString(workspace.root().resolve("workspace.yaml"), settings);
    }

    /// With the times of the files, which decide the order in which files are received.
    private Path copy(TestWorkspace prepared, String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name)).resolve("workspace");
        try (Stream<Path> all = Files.walk(prepared.root())) {
            for (Path path : all.toList()) {
                Path to = copy.resolve(prepared.root().relativize(path).toString());
                if (Files.isDirectory(path)) Files.createDirectories(to);
                else Files.copy(path, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    private int run(Command command, Path workspace, Kind kind, int at) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + Files.createTempDirectory(folder, "tmp"),
                "-Djava.nio.file.spi.DefaultFileSystemProvider=" + FaultyDisk.class.getName(),
                "-Dfault.folder=" + workspace.getParent(),
                "-Dfault.kind=" + kind,
                "-Dfault.at=" + at,
                "-Dfault.count=" + folder.resolve("count"),
                HubOutcomes.class.getName(),
                "-w",
                workspace.toString(),
                "--as-of",
                "2026-11-23"));
        for (String word : command.words)
            line.add(word.equals("BACKUP") ? workspace.resolveSibling("backup").toString() : word);
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        return process.waitFor();
    }

    /// The content of every file that others read, the names of all other files, and what is loaded.
    private static Map<String, String> content(Path workspace) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(workspace.getParent())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = workspace.getParent().relativize(file).toString();
                if (name.matches("workspace/logs/.*|.*/(archive\\.verified|night\\.stamp|.*\\.wal|spill/.*)")) continue;
                boolean differs = name.matches(
                        ".*/(outcomes\\.duckdb|last-night\\.duckdb|run\\.lock|journal\\.jsonl|backup\\.sha256)");
                content.put(name, differs ? "" : Sha256.of(file));
            }
        }
        content.put("rows", loaded(workspace));
        return content;
    }

    private static String loaded(Path workspace) throws IOException {
        return new TestWorkspace(workspace).ask("""
                        select submission, file_name, status, claim, in_force, claim.accepted, told = digest as is_told
                        from submission
                        left join claim using (submission)
                        left join receipt_state using (submission)
                        order by all""").stream().map(Map::toString).collect(Collectors.joining("\n"))
                + new TestWorkspace(workspace).ask("select count(*), sum(hash(public_told)) from public_told")
                + new TestWorkspace(workspace).ask("select count(*) from public_unreleased");
    }
}
