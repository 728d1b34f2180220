package org.huboutcomes.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.huboutcomes.intake.WholeFile;

/// The manifest of a folder that is being made, in parts: one for each hub or network, which appears when all of its
/// files are there. A killed run's parts tell the next one what need not be made again.
public final class Parts {

    static final String FOLDER = ".parts";

    private final Path folder;

    /// @param folder where the files are made, and not yet to be read by others
    public Parts(Path folder) {
        this.folder = folder;
    }

    /// Says that all files of this part lie in the folder.
    public void add(String name, Manifest part) throws IOException {
        Path parts = Files.createDirectories(folder.resolve(FOLDER));
        Path file = parts.resolve(name);
        Path draft = WholeFile.draft(file);
        part.writeTo(draft);
        WholeFile.place(draft, file);
    }

    /// All parts as one.
    public Manifest all() throws IOException {
        Manifest all = new Manifest();
        for (Path part : files()) all.addAll(Manifest.read(part));
        return all;
    }

    private List<Path> files() throws IOException {
        Path parts = folder.resolve(FOLDER);
        if (!Files.isDirectory(parts)) return List.of();
        try (Stream<Path> files = Files.list(parts)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /// Moves whole parts, files first, so that a kill in between leaves no part without its files.
    static void rescue(Path from, Path to) throws IOException {
        for (Path part : new Parts(from).files()) {
            for (Manifest.Line line : Manifest.read(part).lines())
                move(from.resolve(line.file()), to.resolve(line.file()));
            move(part, to.resolve(FOLDER).resolve(part.getFileName()));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (!Files.exists(from)) return;
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
