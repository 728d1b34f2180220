package org.huboutcomes.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.huboutcomes.files.Sha256;

/// Files made earlier; those whose figures are unchanged are reused.
public record ReusableReports(Path folder, Manifest manifest) {

    /// The published files.
    public static ReusableReports published(SwappedFolder outbox) throws IOException {
        return new ReusableReports(outbox.folder(), Manifest.in(outbox.folder()));
    }

    /// The files that killed runs had completed.
    public static ReusableReports cut(SwappedFolder outbox) throws IOException {
        return new ReusableReports(outbox.cut(), new PartialManifest(outbox.cut()).all());
    }

    /// The line of an intact file that was made from the same figures.
    public Optional<Manifest.Line> find(String file, String figures) throws IOException {
        Optional<Manifest.Line> line =
                manifest.find(file).filter(known -> known.figures().equals(figures));
        return line.isPresent() && isWhole(line.get()) ? line : Optional.empty();
    }

    /// Whether such a file was listed, intact or not.
    public boolean knows(String file) {
        return manifest.find(file).isPresent();
    }

    private boolean isWhole(Manifest.Line line) throws IOException {
        Path file = folder.resolve(line.file());
        return Files.isRegularFile(file) && Sha256.of(file).equals(line.sha256());
    }

    public Path path(Manifest.Line line) {
        return folder.resolve(line.file());
    }
}
