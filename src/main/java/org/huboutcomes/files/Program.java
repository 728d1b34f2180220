package org.huboutcomes.files;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.system.ApplicationHome;

/// The program itself, as far as anything that it made depends on it.
public final class Program {

    private Program() {}

    /// The same as long as the jar, or each file of a folder of classes, has its size and time.
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
