package org.huboutcomes.spreadsheets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that somebody sends by accident or out of malice, made on request.
///
/// @param name the name under which it is dropped
/// @param ends its expected result: its status, and rules of findings
public record HostileFile(String name, String ends, Making making) {

    /// Makes the bytes of a file.
    @FunctionalInterface
    public interface Making {
        byte[] bytes() throws Exception;
    }

    public Path write(Path folder) throws IOException {
        try {
            return Files.write(folder.resolve(name), making.bytes());
        } catch (Exception e) {
            throw new IOException(name + " could not be made", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
