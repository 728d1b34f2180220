package org.huboutcomes.spreadsheets.zip;

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
import org.huboutcomes.files.DiskFailure;
import org.huboutcomes.spreadsheets.csv.CsvBook;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.huboutcomes.spreadsheets.model.ReadOperation;
import org.huboutcomes.spreadsheets.model.Refusal;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.huboutcomes.spreadsheets.model.UnreadableSheet;

/// A zip of spreadsheets: one sheet per CSV file and one per worksheet, named `member > sheet`. Members are unpacked
/// into a temporary folder under generated names; it is deleted on close.
public final class ZipBook implements Book {

    // A network sends some hundred files; a zip with more members is refused before unpacking.
    private static final int MEMBERS = 1_000;

    private final Path folder;
    private final MemberOpener opener;
    private final List<Sheet> sheets = new ArrayList<>();

    private ZipBook(Path folder, MemberOpener opener) {
        this.folder = folder;
        this.opener = opener;
    }

    public static ZipBook unpack(ZipSecureFile zip, String name, ReadBudget budget, MemberOpener opener)
            throws UnreadableException, IOException {
        ZipBook book = new ZipBook(Files.createTempDirectory("zip"), opener);
        try (zip) {
            book.unpackAll(zip, name, budget);
            return book;
        } catch (UnreadableException | IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    private void unpackAll(ZipSecureFile zip, String name, ReadBudget budget) throws UnreadableException, IOException {
        List<ZipArchiveEntry> members = Collections.list(zip.getEntries()).stream()
                .filter(entry -> isMember(entry.getName()))
                .toList();
        if (members.isEmpty()) throw UnreadableException.empty(name);
        if (members.size() > MEMBERS) throw UnreadableException.tooLarge(name);
        for (int i = 0; i < members.size(); i++) {
            Path file = folder.resolve(String.valueOf(i));
            ZipArchiveEntry member = members.get(i);
            try {
                ReadOperation.of(member.getName(), () -> unpack(zip, member, file, budget));
                add(file, member.getName(), budget);
            } catch (UnreadableException e) {
                // A member over a limit makes the whole zip unreadable; a damaged one does not.
                if (!e.rule().equals(Refusal.DAMAGED_FILE.code())) throw e;
                sheets.add(new UnreadableSheet(member.getName(), false, e));
            }
        }
    }

    private static Path unpack(ZipSecureFile zip, ZipArchiveEntry member, Path file, ReadBudget budget)
            throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(budget.metered(zip.getInputStream(member)), sum);
                OutputStream out = DiskFailure.open(file)) {
            in.transferTo(out);
        }
        if (sum.getValue() != member.getCrc()) throw new IOException("not the bytes that were packed");
        return file;
    }

    private void add(Path file, String member, ReadBudget budget) {
        try (Book book = opener.open(file, member, budget.forMember())) {
            int index = 0;
            for (Sheet sheet : book.sheets())
                sheets.add(new MemberSheet(
                        file, member, index++, name(member, book, sheet), sheet.hidden(), budget, opener));
        } catch (UnreadableException e) {
            sheets.add(new UnreadableSheet(member, false, e));
        }
    }

    private static String name(String member, Book book, Sheet sheet) {
        return book instanceof CsvBook ? member : member + " > " + sheet.name();
    }

    /// Whether an entry is a file that somebody packed. Leaves out folders, and files that macOS, Windows or Excel add.
    ///
    /// @param entry its name
    public static boolean isMember(String entry) {
        String path = "/" + entry.replace('\\', '/');
        String file = path.substring(path.lastIndexOf('/') + 1);
        return !path.endsWith("/")
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
