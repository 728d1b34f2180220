package org.huboutcomes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/// A copy of the catalogue, or of some of its files, for a test to edit.
public final class EditedCatalogue {

    private static final Path JOBS = Path.of("jobs");

    private final Path folder;

    private EditedCatalogue(Path folder) {
        this.folder = folder;
    }

    /// @param paths the files and folders that the test needs; the whole catalogue if none are given
    public static EditedCatalogue in(Path folder, String... paths) throws IOException {
        EditedCatalogue copy = new EditedCatalogue(folder);
        for (String path : paths.length == 0 ? names() : List.of(paths)) copy.add(path);
        return copy;
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> beside = Files.list(JOBS)) {
            return beside.map(path -> path.getFileName().toString()).toList();
        }
    }

    private void add(String path) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        if (Files.isDirectory(JOBS.resolve(path)))
            FileSystemUtils.copyRecursively(JOBS.resolve(path), folder.resolve(path));
        else Files.copy(JOBS.resolve(path), folder.resolve(path));
    }

    public Path folder() {
        return folder;
    }

    public Catalogue open() {
        return Catalogue.in(folder);
    }

    public String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    public EditedCatalogue write(String path, String text) throws IOException {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public EditedCatalogue write(String path, byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.write(folder.resolve(path), bytes);
        return this;
    }

    /// Replaces text in a file; `%n` in either text is a line break.
    public EditedCatalogue replace(String path, String words, String instead) throws IOException {
        String text = read(path);
        assertThat(text).as(path).contains(words.replace("%n", "\n"));
        return write(path, text.replace(words.replace("%n", "\n"), instead.replace("%n", "\n")));
    }

    public EditedCatalogue delete(String path) throws IOException {
        Files.delete(folder.resolve(path));
        return this;
    }

    /// The message with which it is refused.
    public String refusal(Consumer<Catalogue> validation) {
        CatalogueFault fault =
                catchThrowableOfType(CatalogueFault.class, () -> validation.accept(Catalogue.in(folder)));
        assertThat(fault).as("a refusal").isNotNull();
        return String.valueOf(fault.getMessage());
    }
}
