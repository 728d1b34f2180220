package org.huboutcomes.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/// A zip of spreadsheets: one sheet per CSV file in it, and every worksheet of a workbook in it as `member > sheet`.
/// Members are unpacked into a folder of their own, under names of ours, which goes when the book is closed.
final class ZipBook implements Book {

    // A drop of a whole network is some hundred files; a zip of more is refused before it is unpacked.
    private static final int MEMBERS = 1_000;

    private final Path folder;
    private final List<Sheet> sheets = new ArrayList<>();

    private ZipBook(Path folder) {
        this.folder = folder;
    }

    static ZipBook unpack(ZipSecureFile zip, String name, Budget budget) throws Unreadable, IOException {
        ZipBook book = new ZipBook(Files.createTempDirectory("zip"));
        try (zip) {
            book.unpackAll(zip, name, budget);
            return book;
        } catch (Unreadable | IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    private void unpackAll(ZipSecureFile zip, String name, Budget budget) throws Unreadable, IOException {
        List<ZipArchiveEntry> members = Collections.list(zip.getEntries()).stream()
                .filter(ZipBook::isMember)
                .toList();
        if (members.isEmpty()) throw Refusal.empty(name);
        if (members.size() > MEMBERS) throw Refusal.tooLarge(name);
        for (int i = 0; i < members.size(); i++) {
            Path file = folder.resolve(String.valueOf(i));
            ZipArchiveEntry member = members.get(i);
            try {
                Reading.of(member.getName(), () -> unpack(zip, member, file, budget));
                add(file, member.getName(), budget);
            } catch (Unreadable e) {
                // What does not end ends the whole zip; what is only broken leaves its neighbours readable.
                if (!e.rule().equals(Refusal.DAMAGED_FILE.code())) throw e;
                sheets.add(new LostSheet(member.getName(), false, e));
            }
        }
    }

    private static Path unpack(ZipSecureFile zip, ZipArchiveEntry member, Path file, Budget budget) throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(budget.metered(zip.getInputStream(member)), sum);
                OutputStream out = Disk.open(file)) {
            in.transferTo(out);
        }
        if (sum.getValue() != member.getCrc()) throw new IOException("not the bytes that were packed");
        return file;
    }

    private void add(Path file, String member, Budget budget) {
        try (Book book = Books.openMember(file, member, budget.forMember())) {
            int index = 0;
            for (Sheet sheet : book.sheets())
                sheets.add(new MemberSheet(file, member, index++, name(member, book, sheet), sheet.hidden(), budget));
        } catch (Unreadable e) {
            sheets.add(new LostSheet(member, false, e));
        }
    }

    private static String name(String member, Book book, Sheet sheet) {
        return book instanceof CsvBook ? member : member + " > " + sheet.name();
    }

    /// Not what a Mac, Windows or Excel put there unasked.
    private static boolean isMember(ZipArchiveEntry entry) {
        String path = "/" + entry.getName().replace('\\', '/');
        String file = path.substring(path.lastIndexOf('/') + 1);
        return !entry.isDirectory()
                && !path.contains("/__MACOSX/")
                && !path.contains("/.")
                && !file.startsWith("~$")
                && !file.equalsIgnoreCase("Thumbs.db")
                && !file.equalsIgnoreCase("desktop.ini");
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public void close() {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
