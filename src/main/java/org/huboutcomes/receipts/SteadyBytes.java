package org.huboutcomes.receipts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.huboutcomes.intake.Disk;

/// A zip, such as a workbook, written again with one fixed time for all its entries: the same content gives the same
/// bytes.
public final class SteadyBytes {

    // The first day that a zip can name.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private SteadyBytes() {}

    /// One that can be read from front to back.
    public static byte[] of(byte[] zip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(zip.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream steady = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                add(steady, entry.getName(), in);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream steady, String name, InputStream content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        steady.putNextEntry(entry);
        content.transferTo(steady);
        steady.closeEntry();
    }

    /// What of a part of a zip is kept.
    @FunctionalInterface
    interface Kept {
        Kept ALL = (name, content) -> content;

        InputStream of(String name, InputStream content) throws IOException;
    }

    static void write(Path workbook, Path target) throws IOException {
        write(workbook, target, Kept.ALL);
    }

    static void write(Path workbook, Path target, Kept kept) throws IOException {
        // By its directory: POI streams its zips in a form that cannot be read from front to back.
        try (ZipFile parts = new ZipFile(workbook.toFile());
                OutputStream out = Disk.open(target);
                ZipOutputStream steady = new ZipOutputStream(out)) {
            for (ZipEntry part : Collections.list(parts.entries()))
                try (InputStream content = parts.getInputStream(part)) {
                    add(steady, part.getName(), kept.of(part.getName(), content));
                }
        }
    }
}
