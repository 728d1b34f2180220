package org.huboutcomes.receipts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A workbook written again with one fixed time for all its parts, so that the same content gives the same bytes.
final class SteadyBytes {

    // The first day that a zip can name.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private SteadyBytes() {}

    static void write(Path workbook, Path target) throws IOException {
        // By its directory: POI streams its zips in a form that cannot be read from front to back.
        try (ZipFile parts = new ZipFile(workbook.toFile());
                OutputStream out = Files.newOutputStream(target);
                ZipOutputStream steady = new ZipOutputStream(out)) {
            for (ZipEntry part : Collections.list(parts.entries())) {
                ZipEntry entry = new ZipEntry(part.getName());
                entry.setTimeLocal(TIME);
                steady.putNextEntry(entry);
                try (InputStream content = parts.getInputStream(part)) {
                    content.transferTo(steady);
                }
                steady.closeEntry();
            }
        }
    }
}
