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
        return Reading.of(originalName, () -> open(file, originalName, limits, false));
    }

    /// A member of a zip, unpacked; another zip inside it is refused.
    static Book openMember(Path file, String name, Limits limits) throws Unreadable {
        return Reading.of(name, () -> open(file, name, limits, true));
    }

    private static Book open(Path file, String name, Limits limits, boolean member) throws Unreadable, IOException {
        if (Files.size(file) > limits.bytes()) throw Refusal.tooLarge(name);
        return switch (Form.of(file)) {
            case EMPTY -> throw Refusal.empty(name);
            case ZIP -> openZip(file, name, limits, member);
            case OLE2 -> XlsBook.open(file, name, limits);
            case OLD_EXCEL -> throw Refusal.oldWorkbook(name);
            case MARKUP -> throw Refusal.webPage(name);
            case TEXT -> CsvBook.open(file, name, limits);
            case OTHER -> throw Refusal.notASpreadsheet(name);
        };
    }

    private static Book openZip(Path file, String name, Limits limits, boolean member) throws Unreadable, IOException {
        ZipSecureFile.setMinInflateRatio(1.0 / limits.ratio());
        ZipSecureFile zip = new ZipSecureFile(file.toFile());
        try {
            return openZip(zip, name, limits, member);
        } catch (Unreadable | IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Book openZip(ZipSecureFile zip, String name, Limits limits, boolean member)
            throws Unreadable, IOException {
        return switch (ZipContent.of(zip, name, limits)) {
            case WORKBOOK -> XlsxBook.open(new ZipFileZipEntrySource(zip), name, limits);
            case OPEN_DOCUMENT -> throw Refusal.openDocument(name);
            case MEMBERS -> {
                if (member) throw Refusal.zipInZip(name);
                yield ZipBook.unpack(zip, name, limits);
            }
        };
    }
}
