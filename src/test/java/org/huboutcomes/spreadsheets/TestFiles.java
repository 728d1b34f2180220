package org.huboutcomes.spreadsheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.ReadLimits;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;

/// Puts files into a test's folder and reads them back.
public final class TestFiles {

    private TestFiles() {}

    public static Path text(Path folder, String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(UTF_8));
    }

    static Path workbook(Path folder, String name, Workbook workbook) throws IOException {
        Path file = folder.resolve(name);
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    static Path zip(Path folder, String name, Map<String, byte[]> members) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return file;
    }

    /// Limits of which only these are low.
    static ReadLimits limits(
            long bytes,
            long uncompressed,
            int ratio,
            int columns,
            int rows,
            int cellCharacters,
            long sharedCharacters) {
        return new ReadLimits(
                bytes, uncompressed, ratio, columns, rows, cellCharacters, sharedCharacters, 1_000_000, 300, 1_000);
    }

    static Book open(Path file) throws UnreadableException {
        return BookOpener.open(file, file.getFileName().toString(), ReadLimits.standard());
    }

    /// The rows of the first sheet.
    static List<Row> rows(Path file) throws UnreadableException {
        return rows(file, ReadLimits.standard());
    }

    static List<Row> rows(Path file, ReadLimits limits) throws UnreadableException {
        try (Book book = BookOpener.open(file, file.getFileName().toString(), limits)) {
            return rows(book.sheets().get(0));
        }
    }

    static List<Row> rows(Sheet sheet) throws UnreadableException {
        List<Row> all = new ArrayList<>();
        try (Rows rows = sheet.rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) all.add(row);
        }
        return all;
    }
}
