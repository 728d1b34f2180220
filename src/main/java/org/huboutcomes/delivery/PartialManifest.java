package org.huboutcomes.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.huboutcomes.files.AtomicFile;

/// The manifest of a folder that is being made, in parts: one for each hub or network, added when all its files are
/// complete. After a kill, the next run reuses complete parts.
public final class PartialManifest {

    private final Path folder;

    /// @param folder where the files are made, not yet visible to readers
    public PartialManifest(Path folder) {
        this.folder = folder;
    }

    /// Records that all files of this part are in the folder.
    public void add(String name, Manifest part) throws IOException {
        Path parts = Files.createDirectories(folder.resolve(Manifest.PARTS_FOLDER));
        Path file = parts.resolve(name);
        Path draft = AtomicFile.draft(file);
        part.writeTo(draft);
        AtomicFile.place(draft, file);
    }

    /// All parts as one manifest.
    public Manifest all() throws IOException {
        Manifest all = new Manifest();
        for (Path part : files()) all.addAll(Manifest.read(part));
        return all;
    }

    private List<Path> files() throws IOException {
        Path parts = folder.resolve(Manifest.PARTS_FOLDER);
        if (!Files.isDirectory(parts)) return List.of();
        try (Stream<Path> files = Files.list(parts)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /// Moves complete parts, files first, so that a kill in between leaves no part without its files.
    public void moveTo(Path to) throws IOException {
        for (Path part : files()) {
            for (Manifest.Line line : Manifest.read(part).lines())
                move(folder.resolve(line.file()), to.resolve(line.file()));
            move(part, to.resolve(Manifest.PARTS_FOLDER).resolve(part.getFileName()));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (!Files.exists(from)) return;
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
