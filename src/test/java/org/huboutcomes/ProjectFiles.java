package org.huboutcomes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files of the project, without those that Git ignores.
public final class ProjectFiles {

    private static final Set<String> IGNORED = Set.of(".git", "target", "workspace", ".idea", ".vscode");

    private ProjectFiles() {}

    static List<String> listTopLevel() {
        try (Stream<Path> entries = Files.list(Path.of(""))) {
            return entries.map(Path::toString)
                    .filter(name -> !IGNORED.contains(name) && !name.endsWith(".iml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> listAll() {
        return listTopLevel().stream()
                .flatMap(top -> list(Path.of(top), "").stream())
                .toList();
    }

    /// All files below a folder with this extension, by name; none if the folder does not exist.
    public static List<Path> list(Path folder, String ending) {
        if (!Files.exists(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            // Latin-1 decodes every byte, so that fonts and workbooks can be searched as well.
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
