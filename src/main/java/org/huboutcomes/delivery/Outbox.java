package org.huboutcomes.delivery;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.huboutcomes.intake.WholeFile;
import org.jspecify.annotations.Nullable;

/// A folder that others read, and that is only ever replaced as a whole: the next one is made beside it and swapped in.
public final class Outbox {

    private final Path folder;
    private final Path next;
    private final Path previous;
    private final Path cut;

    public Outbox(Path folder) {
        this.folder = folder;
        this.next = folder.resolveSibling("." + folder.getFileName() + ".next");
        this.previous = folder.resolveSibling("." + folder.getFileName() + ".previous");
        this.cut = folder.resolveSibling("." + folder.getFileName() + ".cut");
    }

    public Path folder() {
        return folder;
    }

    /// Where the next one is made.
    public Path next() {
        return next;
    }

    /// Ends a swap that was cut short between its two renames, so that there is always one to read.
    public void recover() throws IOException {
        if (!Files.exists(folder) && Files.exists(previous))
            Files.move(previous, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /// What killed runs had finished of the next one; there may be nothing.
    public Path cut() {
        return cut;
    }

    /// An empty place for the next one. What a killed run had finished there is put aside, not lost.
    public Path begin() throws IOException {
        Parts.rescue(next, cut);
        delete(next);
        return Files.createDirectories(next);
    }

    public void swapIn() throws IOException {
        delete(next.resolve(Parts.FOLDER));
        force(next);
        delete(previous);
        if (Files.exists(folder)) Files.move(folder, previous, StandardCopyOption.ATOMIC_MOVE);
        Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
        delete(previous);
        delete(cut);
    }

    /// A power cut after the swap must find what was swapped in on the disk. What was carried over is there already.
    private static void force(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) WholeFile.force(file);
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
