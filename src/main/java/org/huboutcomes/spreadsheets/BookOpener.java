package org.huboutcomes.spreadsheets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.huboutcomes.spreadsheets.csv.CsvBook;
import org.huboutcomes.spreadsheets.docx.DocxBook;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.huboutcomes.spreadsheets.model.ReadLimits;
import org.huboutcomes.spreadsheets.model.ReadOperation;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.huboutcomes.spreadsheets.xls.XlsBook;
import org.huboutcomes.spreadsheets.xlsx.XlsxBook;
import org.huboutcomes.spreadsheets.zip.ZipBook;
import org.huboutcomes.spreadsheets.zip.ZipContent;

/// Opens dropped files. The format is recognised by content, not by file name.
public final class BookOpener {

    private BookOpener() {}

    /// @param originalName the name under which the file was dropped, for messages and for the sheet of a CSV file
    public static Book open(Path file, String originalName, ReadLimits limits) throws UnreadableException {
        return ReadOperation.of(originalName, () -> open(file, originalName, ReadBudget.of(limits), false));
    }

    /// Opens an unpacked member of a zip; another zip inside it is refused.
    private static Book openMember(Path file, String name, ReadBudget budget) throws UnreadableException {
        return ReadOperation.of(name, () -> open(file, name, budget, true));
    }

    private static Book open(Path file, String name, ReadBudget budget, boolean member)
            throws UnreadableException, IOException {
        if (Files.size(file) > budget.limits().bytes()) throw UnreadableException.tooLarge(name);
        return switch (FileFormat.of(file)) {
            case EMPTY -> throw UnreadableException.empty(name);
            case ZIP -> openZip(file, name, budget, member);
            case OLE2 -> XlsBook.open(file, name, budget);
            case OLD_EXCEL -> throw UnreadableException.oldWorkbook(name);
            case MARKUP -> throw UnreadableException.webPage(name);
            case TEXT -> CsvBook.open(file, name, budget);
            case OTHER -> throw UnreadableException.notASpreadsheet(name);
        };
    }

    private static Book openZip(Path file, String name, ReadBudget budget, boolean member)
            throws UnreadableException, IOException {
        ZipSecureFile.setMinInflateRatio(1.0 / budget.limits().ratio());
        ZipSecureFile zip = new ZipSecureFile(file.toFile());
        try {
            return openZip(zip, name, budget, member);
        } catch (UnreadableException | IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Book openZip(ZipSecureFile zip, String name, ReadBudget budget, boolean member)
            throws UnreadableException, IOException {
        return switch (ZipContent.of(zip, name, budget)) {
            case WORKBOOK -> XlsxBook.open(new ZipFileZipEntrySource(zip), name, budget);
            case TEXT_DOCUMENT -> DocxBook.open(zip, name, budget);
            case OPEN_DOCUMENT -> throw UnreadableException.openDocument(name);
            case MEMBERS -> {
                if (member) throw UnreadableException.zipInZip(name);
                yield ZipBook.unpack(zip, name, budget, BookOpener::openMember);
            }
        };
    }
}
