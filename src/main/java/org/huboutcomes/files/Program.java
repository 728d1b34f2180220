package org.huboutcomes.files;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.system.ApplicationHome;

/// Identifies the program, because files that it made before may depend on its version.
public final class Program {

    private Program() {}

    /// Changes when the jar, or a file in a folder of classes, has another size or time.
    public static String state() {
        return State.OF_THIS_PROCESS;
    }

    private static final class State {

        static final String OF_THIS_PROCESS = state();

        private static String state() {
            File source = new ApplicationHome(Program.class).getSource();
            if (source == null) return "";
            try (Stream<Path> files = Files.walk(source.toPath())) {
                return Sha256.of(files.filter(Files::isRegularFile)
                        .sorted()
                        .map(State::state)
                        .collect(Collectors.joining("\n")));
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
