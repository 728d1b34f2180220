package org.huboutcomes.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/// Opens dropped files. What a file is, its content says and never its name.
public final class Books {

    private Books() {}

    /// @param originalName the name by which the person who dropped the file knows it, for messages and for a CSV's sheet
    public static Book open(Path file, String originalName, Limits limits) throws Unreadable {
        return Reading.of(originalName, () -> open(file, originalName, limits, false));
    }

    /// A member of a zip, unpacked; another zip inside it is refused.
    static Book openMember(Path file, String name, Limits limits) throws Unreadable {
        return Reading.of(name, () -> open(file, name, limits, true));
    }

    private static Book open(Path file, String name, Limits limits, boolean member) throws Unreadable, IOException {
        if (Files.size(file) > limits.bytes()) throw Reading.tooLarge(name);
        return switch (Form.of(file)) {
            case EMPTY -> throw new Unreadable("empty_file", name + " is empty. Save it again and send that.");
            case ZIP -> openZip(file, name, limits, member);
            case OLE2 -> XlsBook.open(file, name, limits);
            case OLD_EXCEL -> throw Reading.oldExcel(name);
            case MARKUP -> throw new Unreadable(
                    "web_page",
                    name + " is a web page or XML under another name. Open it in Excel, save it as .xlsx and send that.");
            case TEXT -> CsvBook.open(file, name, limits);
            case OTHER -> throw notASpreadsheet(name);
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
            case OPEN_DOCUMENT -> throw new Unreadable(
                    "open_document", name + " is an OpenDocument file (.ods). Save it as .xlsx and send that.");
            case MEMBERS -> {
                if (member)
                    throw new Unreadable(
                            "zip_in_zip", name + " is a zip inside a zip. Unpack it and send what is inside.");
                yield ZipBook.unpack(zip, name, limits);
            }
        };
    }

    static Unreadable notASpreadsheet(String name) {
        return new Unreadable(
                "not_a_spreadsheet", name + " is not a spreadsheet. Send a workbook (.xlsx), a CSV file or a zip of these.");
    }
}
