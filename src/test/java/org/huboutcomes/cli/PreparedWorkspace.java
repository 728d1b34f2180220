package org.huboutcomes.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.files.Sha256;
import org.springframework.util.FileSystemUtils;

/// Workspaces with which many tests begin. Each is made once for a state of the program, its catalogue and the
/// samples, by the first process of the build that needs it, and every test gets a copy.
enum PreparedWorkspace {
    REGISTERS {
        @Override
        void make(TestWorkspace workspace) throws IOException {
            workspace.drop(TestWorkspace.SAMPLES.resolve("registers")).run("import");
        }
    },
    NIGHT {
        @Override
        void make(TestWorkspace workspace) throws IOException {
            workspace.dropSampleYears().run("nightly");
        }
    };

    private static final Path FOLDER = Path.of("target/prepared");

    abstract void make(TestWorkspace workspace) throws IOException;

    TestWorkspace copiedTo(Path folder) {
        try {
            Path copy = folder.resolve("workspace");
            FileSystemUtils.copyRecursively(made(), copy);
            return new TestWorkspace(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path made() throws IOException {
        Files.createDirectories(FOLDER);
        Path made = FOLDER.resolve(name() + " " + State.HASH);
        try (FileChannel channel = FileChannel.open(
                        FOLDER.resolve(name() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (!Files.exists(made)) makeAs(made);
        }
        return made;
    }

    private void makeAs(Path made) throws IOException {
        Path folder = Files.createTempDirectory("prepared");
        TestWorkspace workspace = TestWorkspace.in(folder);
        make(workspace);
        try (Stream<Path> older = Files.list(FOLDER)) {
            for (Path old : older.toList())
                if (old.getFileName().toString().startsWith(name() + " ")) FileSystemUtils.deleteRecursively(old);
        }
        Path draft = FOLDER.resolve(name() + ".draft");
        FileSystemUtils.deleteRecursively(draft);
        FileSystemUtils.copyRecursively(workspace.root(), draft);
        Files.move(draft, made, StandardCopyOption.ATOMIC_MOVE);
        FileSystemUtils.deleteRecursively(folder);
    }

    /// What a workspace depends on.
    private static final class State {

        static final String HASH = hash();

        private static String hash() {
            return Sha256.of(Stream.of(
                                    "target/classes",
                                    "sample-data",
                                    "pom.xml",
                                    "src/test/java/org/huboutcomes/cli/PreparedWorkspace.java",
                                    "src/test/java/org/huboutcomes/cli/TestWorkspace.java")
                            .map(Path::of)
                            .flatMap(folder -> files(folder).stream())
                            .sorted()
                            .map(State::state)
                            .collect(Collectors.joining("\n")))
                    .substring(0, 16);
        }

        private static List<Path> files(Path folder) {
            try (Stream<Path> all = Files.walk(folder)) {
                return all.filter(Files::isRegularFile).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String state(Path file) {
            try {
                return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
