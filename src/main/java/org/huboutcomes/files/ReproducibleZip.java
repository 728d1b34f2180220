package org.huboutcomes.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Rewrites a zip, such as a workbook, with one fixed time for all entries, so that the same content gives the same
/// bytes.
public final class ReproducibleZip {

    // The earliest date that a zip entry can hold.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ReproducibleZip() {}

    /// Rewrites a zip that can be read as a stream.
    public static byte[] of(byte[] zip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(zip.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                add(out, entry.getName(), in);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream out, String name, InputStream content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        out.putNextEntry(entry);
        content.transferTo(out);
        out.closeEntry();
    }

    /// Replaces the content of each entry of a zip.
    @FunctionalInterface
    public interface EntryFilter {
        EntryFilter ALL = (name, content) -> content;

        InputStream apply(String name, InputStream content) throws IOException;
    }

    public static void write(Path workbook, Path target) throws IOException {
        write(workbook, target, EntryFilter.ALL);
    }

    public static void write(Path workbook, Path target, EntryFilter filter) throws IOException {
        Charset names = namesOf(workbook);
        // Opened as a file: the zips that POI streams cannot be read as a stream.
        try (ZipFile parts = new ZipFile(workbook.toFile(), names);
                OutputStream file = DiskFailure.open(target);
                ZipOutputStream out = new ZipOutputStream(file, names)) {
            for (ZipEntry part : Collections.list(parts.entries()))
                try (InputStream content = parts.getInputStream(part)) {
                    add(out, part.getName(), filter.apply(part.getName(), content));
                }
        }
    }

    /// Opens a zip, whatever the encoding of the names in it.
    public static ZipFile open(Path zip) throws IOException {
        return new ZipFile(zip.toFile(), namesOf(zip));
    }

    /// In the second encoding every byte is a character, so names that are not UTF-8 stay unchanged.
    private static Charset namesOf(Path zip) throws IOException {
        try (ZipFile any = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        } catch (ZipException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }
}
