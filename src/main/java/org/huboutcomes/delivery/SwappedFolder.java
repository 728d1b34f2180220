package org.huboutcomes.delivery;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.FolderExchange;
import org.jspecify.annotations.Nullable;

/// A folder for readers that is only replaced as a whole: the next version is made beside it and swapped in.
public final class SwappedFolder {

    private final Path folder;
    private final Path next;
    private final Path previous;
    private final Path cut;

    public SwappedFolder(Path folder) {
        this.folder = folder;
        this.next = folder.resolveSibling("." + folder.getFileName() + ".next");
        this.previous = folder.resolveSibling("." + folder.getFileName() + ".previous");
        this.cut = folder.resolveSibling("." + folder.getFileName() + ".cut");
    }

    public Path folder() {
        return folder;
    }

    /// The folder where the next version is made.
    public Path next() {
        return next;
    }

    /// Completes a swap that was interrupted between its two renames.
    public void recover() throws IOException {
        if (!Files.exists(folder) && Files.exists(previous))
            Files.move(previous, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The part of the next version that killed runs had completed, if any.
    public Path cut() {
        return cut;
    }

    /// Empties the folder for the next version, but keeps the files that a killed run had completed.
    public Path begin() throws IOException {
        new PartialManifest(next).moveTo(cut);
        delete(next);
        return Files.createDirectories(next);
    }

    /// Replaces the current version by the next one, in one step if the system can. Otherwise this takes two
    /// renames, and the folder is missing for a moment in between.
    public void swapIn() throws IOException {
        delete(next.resolve(Manifest.PARTS_FOLDER));
        force(next);
        delete(previous);
        if (Files.exists(folder) && FolderExchange.exchange(next, folder)) {
            delete(next);
        } else {
            if (Files.exists(folder)) Files.move(folder, previous, StandardCopyOption.ATOMIC_MOVE);
            Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
            delete(previous);
        }
        delete(cut);
    }

    /// Syncs what was swapped in, so that it survives a power cut. Carried files are already on disk.
    private static void force(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) AtomicFile.force(file);
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) return;
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) throws IOException {
                if (failed != null) throw failed;
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
