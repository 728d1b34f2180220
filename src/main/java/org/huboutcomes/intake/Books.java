package org.huboutcomes.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/// Opens dropped files. What a file is, its content says and never its name.
public final class Books {

    private Books() {}

    /// @param originalName by which the person who dropped the file knows it; messages use it, and the sheet of a CSV
    public static Book open(Path file, String originalName, Limits limits) throws Unreadable {
        return Reading.of(originalName, () -> open(file, originalName, Budget.of(limits), false));
    }

    /// A member of a zip, unpacked; another zip inside it is refused.
    static Book openMember(Path file, String name, Budget budget) throws Unreadable {
        return Reading.of(name, () -> open(file, name, budget, true));
    }

    private static Book open(Path file, String name, Budget budget, boolean member) throws Unreadable, IOException {
        if (Files.size(file) > budget.limits().bytes()) throw Refusal.tooLarge(name);
        return switch (Form.of(file)) {
            case EMPTY -> throw Refusal.empty(name);
            case ZIP -> openZip(file, name, budget, member);
            case OLE2 -> XlsBook.open(file, name, budget);
            case OLD_EXCEL -> throw Refusal.oldWorkbook(name);
            case MARKUP -> throw Refusal.webPage(name);
            case TEXT -> CsvBook.open(file, name, budget);
            case OTHER -> throw Refusal.notASpreadsheet(name);
        };
    }

    private static Book openZip(Path file, String name, Budget budget, boolean member) throws Unreadable, IOException {
        ZipSecureFile.setMinInflateRatio(1.0 / budget.limits().ratio());
        ZipSecureFile zip = new ZipSecureFile(file.toFile());
        try {
            return openZip(zip, name, budget, member);
        } catch (Unreadable | IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Book openZip(ZipSecureFile zip, String name, Budget budget, boolean member)
            throws Unreadable, IOException {
        return switch (ZipContent.of(zip, name, budget)) {
            case WORKBOOK -> XlsxBook.open(new ZipFileZipEntrySource(zip), name, budget);
            case OPEN_DOCUMENT -> throw Refusal.openDocument(name);
            case MEMBERS -> {
                if (member) throw Refusal.zipInZip(name);
                yield ZipBook.unpack(zip, name, budget);
            }
        };
    }
}
