package org.huboutcomes.intake;

import java.nio.file.Path;
import java.time.Instant;

/// A dropped file that has come to rest.
///
/// @param name its path below the import folder, parted by `/` on every machine
/// @param sha256 the fingerprint of its content, in hexadecimal: the same bytes are the same submission
public record Arrival(Path path, String name, long size, Instant modified, String sha256) {

    public Arrival {
        if (name.isBlank()) throw new IllegalArgumentException("an arrival has a name");
        if (size < 0) throw new IllegalArgumentException("a file has no negative size");
        if (!sha256.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
}
