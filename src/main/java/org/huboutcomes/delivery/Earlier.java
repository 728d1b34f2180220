package org.huboutcomes.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.huboutcomes.intake.Fingerprint;

/// Files that were made before, of which those that nothing has moved are taken over as they are.
public record Earlier(Path folder, Manifest manifest) {

    /// What others read now.
    public static Earlier published(Outbox outbox) throws IOException {
        return new Earlier(outbox.folder(), Manifest.in(outbox.folder()));
    }

    /// What runs that were killed had finished.
    public static Earlier cut(Outbox outbox) throws IOException {
        return new Earlier(outbox.cut(), new Parts(outbox.cut()).all());
    }

    /// The line of a file that was made from the same figures and is still as it was made.
    public Optional<Manifest.Line> find(String file, String figures) throws IOException {
        Optional<Manifest.Line> line =
                manifest.find(file).filter(known -> known.figures().equals(figures));
        return line.isPresent() && isWhole(line.get()) ? line : Optional.empty();
    }

    /// Whether there was such a file, however it may have fared.
    public boolean knows(String file) {
        return manifest.find(file).isPresent();
    }

    private boolean isWhole(Manifest.Line line) throws IOException {
        Path file = folder.resolve(line.file());
        return Files.isRegularFile(file) && Fingerprint.of(file).equals(line.sha256());
    }

    public Path path(Manifest.Line line) {
        return folder.resolve(line.file());
    }
}
