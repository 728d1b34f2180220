package org.huboutcomes.reports.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/// The files under `reports/`: how it looks on paper.
public final class House {

    private final @Nullable Path folder;

    private House(@Nullable Path folder) {
        this.folder = folder;
    }

    /// The files that were built into the program.
    public static House packaged() {
        return new House(null);
    }

    /// Files that are being edited.
    public static House in(Path folder) {
        if (!Files.isDirectory(folder))
            throw new IllegalArgumentException("There is no reports folder " + folder + ".");
        return new House(folder);
    }

    public byte[] bytes(String path) {
        Resource resource = folder == null
                ? new ClassPathResource("reports/" + path)
                : new FileSystemResource(folder.resolve(path));
        if (!resource.exists()) throw new IllegalArgumentException("There is no file reports/" + path + ".");
        try {
            return resource.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
