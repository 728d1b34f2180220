package org.huboutcomes.intake;

import java.nio.file.Path;
import java.time.Instant;

/// A dropped file that is no longer changing.
///
/// @param name its path below the import folder, separated by `/` on every system
/// @param sha256 the hash of its content in hexadecimal; equal hashes are the same submission
public record Arrival(Path path, String name, long size, Instant modified, String sha256) {

    public Arrival {
        if (name.isBlank()) throw new IllegalArgumentException("an arrival has a name");
        if (size < 0) throw new IllegalArgumentException("a file has no negative size");
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
}
